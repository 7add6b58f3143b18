package io.millwright.broker.agent;

/** How much a template may say: bursts are let through, floods are not. Safe to use from several threads. */
final class LineLimit {

    static final int LINES_PER_SECOND = 200;
    static final int BURST = 2_000;
    static final int TOTAL = 200_000;

    private double allowance = BURST;
    private long lastNanos = System.nanoTime();
    private long said;
    private long leftOut;

    /** Whether the next line may be said. */
    synchronized boolean admit() {
        long now = System.nanoTime();
        allowance = Math.min(BURST, allowance + (now - lastNanos) / 1e9 * LINES_PER_SECOND);
        lastNanos = now;
        if (allowance < 1 || said >= TOTAL) {
            leftOut++;
            return false;
        }
        allowance--;
        said++;
        return true;
    }

    /** How many lines were left out since this was asked last. */
    synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }
}
