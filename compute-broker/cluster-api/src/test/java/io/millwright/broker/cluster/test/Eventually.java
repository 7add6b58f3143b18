package io.millwright.broker.cluster.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    /** A question that may fail. */
    @FunctionalInterface
    public interface Question {
        boolean ask() throws Exception;
    }

    /** Asks until the answer is yes; fails after twenty seconds. */
    public static void eventually(String what, Question question) {
        if (!within(PATIENCE, question)) {
            throw new AssertionError("not within " + PATIENCE.toSeconds() + " seconds: " + what);
        }
    }

    /** Asks all the time; fails at the first yes. */
    public static void never(String what, Duration duration, Question question) {
        if (within(duration, question)) {
            throw new AssertionError("it happened: " + what);
        }
    }

    private static boolean within(Duration duration, Question question) {
        long end = System.nanoTime() + duration.toNanos();
        do {
            try {
                if (question.ask()) {
                    return true;
                }
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            LockSupport.parkNanos(20_000_000);
        } while (System.nanoTime() < end);
        return false;
    }
}
