package io.millwright.broker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One start of a job on the cluster.
 *
 * @param number 1 or more; a higher number fences the lower ones
 * @param outcome how it stands or ended
 * @param backend the cluster backend that took it
 * @param node where it runs or ran, empty while unknown
 * @param reason why it ended so, in words; may be empty
 * @param sandbox what confined the template process, empty while unknown
 * @param peakMemoryBytes most memory used, 0 while unknown
 * @param admittedAt when it was claimed
 * @param startedAt when its agent reported first
 * @param endedAt when it ended
 */
public record JobAttempt(
        int number,
        Outcome outcome,
        String backend,
        String node,
        String reason,
        String sandbox,
        long peakMemoryBytes,
        Instant admittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** How an attempt stands or ended. */
    public enum Outcome {
        /** Not ended. */
        ACTIVE,
        SUCCEEDED,
        /** The work failed; trying again would not help. */
        FAILED,
        CANCELLED,
        /** Agent, node or cluster failed; the job may be tried again. */
        LOST,
        PREEMPTED
    }
}
