package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a template told in its last call, and refuses what the contract forbids: a fraction outside 0 to 1 or falling,
 * an activity without words. Can interrupt the template at its n-th update, as the platform does when a job is cancelled.
 */
public final class RecordingProgress implements Progress {

    private final List<Update> updates = new ArrayList<>();
    private final List<Point> metrics = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final int interruptAt;

    /** A progress that never interrupts. */
    public RecordingProgress() {
        this(Integer.MAX_VALUE);
    }

    private RecordingProgress(int interruptAt) {
        this.interruptAt = interruptAt;
    }

    /** A progress that interrupts the template at its n-th update (counted from 1) and at every later one. */
    public static RecordingProgress interruptingAt(int update) {
        return new RecordingProgress(update);
    }

    /** Forgets what an earlier call told: each call of a template begins at 0. */
    synchronized void begin() {
        updates.clear();
        metrics.clear();
        lines.clear();
    }

    @Override
    public synchronized void update(double fraction, String activity) throws InterruptedException {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new AssertionError("progress is from 0 to 1, not " + fraction);
        }
        if (!updates.isEmpty() && fraction < updates.getLast().fraction()) {
            throw new AssertionError("progress fell from %s to %s (%s)"
                    .formatted(updates.getLast().fraction(), fraction, activity));
        }
        if (activity.isBlank()) {
            throw new AssertionError("progress needs a few words of what happens");
        }
        updates.add(new Update(fraction, activity));
        if (updates.size() >= interruptAt || Thread.interrupted()) {
            throw new InterruptedException("cancelled by the test");
        }
    }

    @Override
    public synchronized void log(String line) {
        lines.add(line);
    }

    @Override
    public synchronized void metric(String name, long step, double value) {
        metrics.add(new Point(name, step, value));
    }

    public synchronized List<Update> updates() {
        return List.copyOf(updates);
    }

    public synchronized List<Point> metrics() {
        return List.copyOf(metrics);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** One call of {@link Progress#update}. */
    public record Update(double fraction, String activity) {}

    /** One call of {@link Progress#metric}. */
    public record Point(String name, long step, double value) {}
}
