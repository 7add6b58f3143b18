package io.millwright.templates.imaging.model;

/** A file of numbers cannot be used; the message is half a sentence that says why. */
public final class BadWeightsException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadWeightsException(String reason) {
        super(reason);
    }
}
