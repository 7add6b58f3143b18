package io.millwright.broker;

/** What a job does with its template. */
public enum JobKind {
    /** Dataset version in, model version out. */
    TRAIN("Training"),
    /** Model version and dataset version in, scored dataset out. */
    SCORE("Scoring"),
    /** Nothing in, a simulated dataset out. */
    SAMPLE("Sample"),
    /** Dataset version in, what the template understands of it out. */
    INSPECT("Inspection");

    private final String title;

    JobKind(String title) {
        this.title = title;
    }

    /** What a page calls it. */
    public String title() {
        return title;
    }
}
