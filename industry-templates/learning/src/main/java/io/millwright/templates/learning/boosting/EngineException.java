package io.millwright.templates.learning.boosting;

/** The engine refused; with correct use this does not happen. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineException(String message, Throwable cause) {
        super(message + " " + cause.getMessage(), cause);
    }
}
