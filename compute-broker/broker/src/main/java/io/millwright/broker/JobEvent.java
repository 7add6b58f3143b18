package io.millwright.broker;

import java.time.Instant;

/** Something that happened in a job. Events of a job are numbered from 1, over all its attempts, and stay after it. */
public sealed interface JobEvent {

    /** Position in the job's events, growing. */
    long seq();

    /** The attempt it belongs to, 0 before the first. */
    int attempt();

    /** When it happened, by the clock of the node. */
    Instant at();

    /** The job changed its state. */
    record StateChanged(long seq, int attempt, Instant at, JobState state, String reason) implements JobEvent {}

    /** The agent began something of its own, e.g. fetching inputs. */
    record Phase(long seq, int attempt, Instant at, String text) implements JobEvent {}

    /** A line of the log. */
    record LogLine(long seq, int attempt, Instant at, String text) implements JobEvent {}

    /** How far it is, 0 to 1, and what happens now. */
    record Progressed(long seq, int attempt, Instant at, double fraction, String activity) implements JobEvent {}

    /** A point of a curve. */
    record MetricPoint(long seq, int attempt, Instant at, String name, long step, double value) implements JobEvent {}
}
