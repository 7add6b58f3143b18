package io.millwright.broker.gateway;

/** A template said that it succeeded, and its outputs say otherwise. */
final class BadOutput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what is wrong, as words that end the sentence "The template's result cannot be used: …" */
    BadOutput(String what) {
        super(what);
    }

    /** @param cause what made it unusable, for the log */
    BadOutput(String what, Throwable cause) {
        super(what, cause);
    }
}
