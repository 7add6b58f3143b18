package io.millwright.broker;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Where a job stands. This enum holds the only table of transitions; the table {@code job} refuses every other one by a
 * CHECK constraint, and a test compares the two.
 *
 * <pre>
 *              +----------------------- retry ------------------------+
 *              v                          |             |             |
 *  submit → QUEUED ──→ ADMITTED ──→ STARTING ──→ RUNNING ──→ SUCCEEDED
 *              ^           |              |         |
 *              |           +── retry ──→ (QUEUED)   +──→ PREEMPTED ──→ (QUEUED)
 *              |
 *  from every state that is not final: ──→ CANCELLED, ──→ FAILED
 * </pre>
 */
public enum JobState {
    /** Waits for resources; the job says its place and why. */
    QUEUED("Queued"),
    /** A broker claimed it; an attempt with a number and a token exists. */
    ADMITTED("Admitted"),
    /** The cluster has accepted its agent, which has not reported yet. */
    STARTING("Starting"),
    /** Its agent reports. */
    RUNNING("Running"),
    /** Had to make room; goes back to the queue. */
    PREEMPTED("Preempted"),
    /** Its result is committed. Final. */
    SUCCEEDED("Succeeded"),
    /** It says why in words. Final. */
    FAILED("Failed"),
    /** A person stopped it. Final. */
    CANCELLED("Cancelled");

    private static final Map<JobState, Set<JobState>> NEXT = Map.of(
            QUEUED, Set.of(ADMITTED, FAILED, CANCELLED),
            ADMITTED, Set.of(STARTING, QUEUED, FAILED, CANCELLED),
            STARTING, Set.of(RUNNING, QUEUED, PREEMPTED, FAILED, CANCELLED),
            RUNNING, Set.of(SUCCEEDED, QUEUED, PREEMPTED, FAILED, CANCELLED),
            PREEMPTED, Set.of(QUEUED, FAILED, CANCELLED),
            SUCCEEDED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    private final String title;

    JobState(String title) {
        this.title = title;
    }

    /** What a page calls it. */
    public String title() {
        return title;
    }

    /** The states that may follow. */
    public Set<JobState> next() {
        return NEXT.getOrDefault(this, Set.of());
    }

    /** Whether a job in this state may go to the other. */
    public boolean mayBecome(JobState other) {
        return next().contains(other);
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    /** Whether the job holds resources of the cluster. */
    public boolean isActive() {
        return this == ADMITTED || this == STARTING || this == RUNNING;
    }

    /** The states in which a job holds resources. */
    public static Set<JobState> active() {
        return Set.copyOf(Arrays.stream(values()).filter(JobState::isActive).toList());
    }
}
