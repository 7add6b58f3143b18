package io.millwright.broker.runner;

/** A template broke its contract; the message is a sentence for people. */
final class DefectiveTemplate extends Exception {

    private static final long serialVersionUID = 1L;

    DefectiveTemplate(String message) {
        super(message);
    }
}
