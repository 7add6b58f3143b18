package io.millwright.broker.internal;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.tenancy.TenantId;
import java.util.UUID;

/**
 * What a change of state needs to know of a job whose row is locked until the transaction ends.
 *
 * @param attempt the current attempt's number, 0 before the first
 * @param failures attempts that were lost so far
 */
public record LockedJob(
        UUID id,
        TenantId tenant,
        JobKind kind,
        String projectName,
        JobState state,
        int attempt,
        int failures,
        boolean cancelRequested,
        String cancelledBy,
        String cancelReason) {

    /** The same job in the state it was just brought to. */
    LockedJob in(JobState reached) {
        return new LockedJob(
                id, tenant, kind, projectName, reached, attempt, failures, cancelRequested, cancelledBy, cancelReason);
    }
}
