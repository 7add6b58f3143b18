package io.millwright.broker.scheduler;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets a loop sleep until there is something to do. Calls before the sleep are not lost. */
final class Wake {

    private static final long START = System.nanoTime();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final PriorityQueue<Long> dues = new PriorityQueue<>();

    /** Ends the sleep, now or the next. */
    void call() {
        callIn(Duration.ZERO);
    }

    /** Ends the sleep after a while. */
    void callIn(Duration delay) {
        lock.lock();
        try {
            dues.add(now() + delay.toNanos());
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps until called, at most so long. */
    void sleep(Duration most) throws InterruptedException {
        lock.lock();
        try {
            long end = now() + most.toNanos();
            long left = next(end) - now();
            while (left > 0) {
                var unused = called.awaitNanos(left);
                left = next(end) - now();
            }
            while (!dues.isEmpty() && dues.peek() <= now()) {
                dues.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    private long next(long end) {
        return dues.isEmpty() ? end : Math.min(end, dues.peek());
    }

    /** Counted from the start of the class, so that adding never overflows. */
    private static long now() {
        return System.nanoTime() - START;
    }
}
