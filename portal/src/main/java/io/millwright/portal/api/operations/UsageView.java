package io.millwright.portal.api.operations;

import io.millwright.broker.JobCost;
import io.millwright.broker.Usage.Used;
import io.millwright.portal.api.Links;
import java.time.Instant;
import java.util.Map;

/** What a tenant used in a period: jobs submitted in it, resources held in it. */
record UsageView(
        String id, String tenant, Instant from, Instant to, JobCounts jobs, JobCost cost, Map<String, String> links) {

    static UsageView of(Used used, Instant from, Instant to) {
        return new UsageView(
                used.tenant().value(),
                used.tenant().value(),
                from,
                to,
                new JobCounts(used.submitted(), used.succeeded(), used.failed(), used.cancelled(), used.unfinished()),
                used.cost(),
                Links.of(used.tenant(), "usage")
                        .to("tenant", Links.of(used.tenant()))
                        .map());
    }

    record JobCounts(long submitted, long succeeded, long failed, long cancelled, long unfinished) {}
}
