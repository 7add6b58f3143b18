package io.millwright.broker.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a running attempt will probably end. */
final class Eta {

    /** Below this share of the work its speed tells nothing. */
    private static final double TELLING = .05;

    private Eta() {}

    /**
     * The mean of two guesses, weighed by progress: what jobs like it took, and what this one's own speed promises. Who takes
     * longer than jobs like it is not like them.
     *
     * @return null when neither tells
     */
    static @Nullable Instant of(@Nullable Instant started, Instant now, double progress, @Nullable Duration expected) {
        if (started == null) {
            return null;
        }
        double elapsed = Math.max(0, Duration.between(started, now).toMillis());
        double bySpeed = progress >= TELLING ? elapsed / progress : Double.NaN;
        double byPast = expected == null || elapsed > expected.toMillis() ? Double.NaN : expected.toMillis();
        double total = Double.isNaN(bySpeed)
                ? byPast
                : Double.isNaN(byPast) ? bySpeed : progress * bySpeed + (1 - progress) * byPast;
        return Double.isNaN(total) ? null : started.plusMillis(Math.round(Math.max(total, elapsed)));
    }
}
