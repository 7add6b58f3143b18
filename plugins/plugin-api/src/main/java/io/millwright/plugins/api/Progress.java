package io.millwright.plugins.api;

/** What people see while a template works. Safe to use from any thread of the template. */
public interface Progress {

    /**
     * What happens now and how far the whole task is.
     *
     * @param fraction 0 to 1, never falling
     * @param activity a few words, e.g. "Building features"
     * @throws InterruptedException when the platform asked the template to stop
     */
    void update(double fraction, String activity) throws InterruptedException;

    /** A line for the job's log. */
    void log(String line);

    /**
     * A point of a curve that people watch while it grows, e.g. the validation error by round.
     *
     * @param name the curve
     * @param step the position, growing
     */
    void metric(String name, long step, double value);
}
