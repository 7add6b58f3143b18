package io.millwright.broker.runner;

import io.millwright.plugins.api.Progress;

/** Progress told to the agent; seldom enough for a pipe however often a template calls. */
final class PipedProgress implements Progress {

    private static final long INTERVAL_NANOS = 100_000_000;

    private final AgentPipe pipe;
    private final Orders orders;
    private double highest;
    private String activity = "";
    private long toldAt = System.nanoTime() - INTERVAL_NANOS;

    PipedProgress(AgentPipe pipe, Orders orders) {
        this.pipe = pipe;
        this.orders = orders;
    }

    @Override
    public void update(double fraction, String newActivity) throws InterruptedException {
        if (orders.stopped() || Thread.interrupted()) {
            throw new InterruptedException("the platform asked the template to stop");
        }
        synchronized (this) {
            // not a number counts as no news
            highest = fraction > highest ? Math.min(fraction, 1) : highest;
            long now = System.nanoTime();
            if (newActivity.equals(activity) && now - toldAt < INTERVAL_NANOS && highest < 1) {
                return;
            }
            activity = newActivity;
            toldAt = now;
            pipe.say("progress", Double.toString(highest), newActivity);
        }
    }

    @Override
    public void log(String line) {
        line.lines().forEach(pipe::log);
    }

    @Override
    public void metric(String name, long step, double value) {
        if (Double.isFinite(value)) {
            pipe.say("metric", name, Long.toString(step), Double.toString(value));
        }
    }
}
