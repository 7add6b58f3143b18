package io.millwright.launcher;

/** Something the person at the terminal must know: printed as it is, without a stack trace, and ends the command with status 1. */
final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and where, then what to do, as whole sentences */
    LauncherException(String message) {
        super(message);
    }

    LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
