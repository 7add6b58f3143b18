package io.millwright.templates.learning.images;

/** The bytes are no image that can be worked with; the message is half a sentence that says why. */
public final class UnreadableImageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableImageException(String reason) {
        super(reason);
    }
}
