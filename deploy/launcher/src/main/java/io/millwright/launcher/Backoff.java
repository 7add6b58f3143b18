package io.millwright.launcher;

import java.time.Duration;

/** How long the supervisor waits before it starts a part again: doubled with each failure in a row. */
record Backoff(Duration first, Duration longest) {

    static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** @param failures failures in a row, from 1 on */
    Duration after(int failures) {
        if (failures < 1) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - 1, 20);
        var wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
