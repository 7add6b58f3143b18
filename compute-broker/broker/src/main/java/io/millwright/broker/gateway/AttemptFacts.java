package io.millwright.broker.gateway;

import io.millwright.broker.EngineRef;
import io.millwright.broker.JobKind;
import io.millwright.broker.TemplateRef;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt that showed its token, and all of its job that the gateway needs. Nothing here changes while it runs. */
record AttemptFacts(
        TenantId tenant,
        UUID job,
        int number,
        UUID project,
        String projectName,
        JobKind kind,
        TemplateRef template,
        List<EngineRef> engines,
        @Nullable UUID datasetVersion,
        @Nullable UUID modelVersion,
        @Nullable UUID weightsVersion,
        Map<String, String> options,
        long seed,
        int cpus,
        int gpus,
        long memoryBytes,
        long limitSeconds,
        String submittedBy,
        String backend,
        String node,
        @Nullable Trial trial) {

    /** What is tried, when the attempt is a trial's and not the job's own. */
    record Trial(int number, Map<String, String> parameters, double budget) {}

    String name() {
        return job + "-" + number;
    }

    /** Whoever submitted the job, at work through it. */
    Caller caller() {
        return new Caller(tenant, submittedBy, Set.of(Role.ENGINEER), new Origin(Origin.Channel.JOB, ""));
    }
}
