package io.millwright.broker.scheduler;

import io.millwright.broker.cluster.AttemptName;
import io.millwright.tenancy.TenantId;
import java.util.UUID;

/** A job that this broker has just claimed, with the token of its new attempt, which is nowhere else in plain. */
record Claim(TenantId tenant, UUID job, int number, String token, int cpus, int gpus, long memoryBytes) {

    AttemptName name() {
        return new AttemptName(job + "-" + number);
    }

    @Override
    public String toString() {
        return "Claim[" + name() + "]";
    }
}
