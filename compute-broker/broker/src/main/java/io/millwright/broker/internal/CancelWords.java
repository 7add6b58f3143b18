package io.millwright.broker.internal;

/** What a cancelled job says. */
public final class CancelWords {

    private CancelWords() {}

    public static String of(String user, String reason) {
        return reason.isEmpty() ? "Cancelled by %s.".formatted(user) : "Cancelled by %s: %s".formatted(user, reason);
    }
}
