package io.millwright.broker.scheduler;

import io.millwright.broker.cluster.AttemptName;
import io.millwright.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job or a trial of one that this broker has just claimed, with the token of its new attempt, which is nowhere else in plain.
 *
 * @param beside the attempt of the training that asked for the trial and whose cores it uses; null when it is a job
 */
record Claim(
        TenantId tenant,
        UUID job,
        int number,
        String token,
        int cpus,
        int gpus,
        long memoryBytes,
        @Nullable AttemptName beside) {

    AttemptName name() {
        return new AttemptName(job + "-" + number);
    }

    @Override
    public String toString() {
        return "Claim[" + name() + "]";
    }
}
