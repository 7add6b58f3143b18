package io.millwright.broker.gateway;

/** An answer to an agent other than yes. Agents know the status codes; the text is for people who read logs. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /** No attempt with that name and token. Which of the two is wrong is not said. */
    static Refusal unknown() {
        return new Refusal(401, "This is not the token of a known attempt.");
    }

    /** The attempt is no longer current: the agent is to end. */
    static Refusal fenced() {
        return new Refusal(409, "This attempt has ended.");
    }

    static Refusal missing(String what) {
        return new Refusal(404, "There is no " + what + " for this attempt.");
    }

    static Refusal malformed(String why) {
        return new Refusal(400, why);
    }

    static Refusal tooLarge(String what, long limit) {
        return new Refusal(413, "%s may have at most %d bytes.".formatted(what, limit));
    }

    static Refusal changed() {
        return new Refusal(422, "The bytes do not have the digest that was announced.");
    }

    /** Equal bytes of an attempt that ended were removed just then. */
    static Refusal again() {
        return new Refusal(503, "The bytes went away while they were recorded. They are to be sent again.");
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
