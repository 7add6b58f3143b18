package io.millwright.governance.datasets.internal;

/** An image that cannot be decoded; its message follows the image's name in a sentence. */
final class UnreadableImage extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableImage(String message) {
        super(message);
    }
}
