package io.millwright.broker.internal;

import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobPage;
import io.millwright.broker.JobTrial;
import io.millwright.broker.Tariff;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads jobs. Every query names the tenant, though row level security would hold it too. */
public final class JobReads {

    private final JdbcClient sql;
    private final Tariff tariff;
    private final Clock clock;

    public JobReads(JdbcClient sql, Tariff tariff, Clock clock) {
        this.sql = sql;
        this.tariff = tariff;
        this.clock = clock;
    }

    void require(TenantId tenant, UUID id) {
        var found = sql.sql("SELECT 1 FROM job WHERE tenant_id = ? AND id = ?")
                .param(tenant.value())
                .param(id)
                .query(Integer.class)
                .optional();
        if (found.isEmpty()) {
            throw MillwrightException.missing("job", id.toString());
        }
    }

    Job get(TenantId tenant, UUID id) {
        var attempts = attempts(List.of(id)).getOrDefault(id, List.of());
        return sql.sql(JobRows.SELECT + " WHERE j.tenant_id = ? AND j.id = ?")
                .param(tenant.value())
                .param(id)
                .query((row, n) -> job(row, attempts))
                .optional()
                .orElseThrow(() -> MillwrightException.missing("job", id.toString()));
    }

    Optional<String> understanding(TenantId tenant, UUID id) {
        return sql.sql("SELECT json FROM job_understanding WHERE tenant_id = ? AND job_id = ?")
                .param(tenant.value())
                .param(id)
                .query(String.class)
                .optional();
    }

    Optional<String> report(TenantId tenant, UUID id) {
        return sql.sql("SELECT json FROM job_report WHERE tenant_id = ? AND job_id = ?")
                .param(tenant.value())
                .param(id)
                .query(String.class)
                .optional();
    }

    List<JobTrial> trials(TenantId tenant, UUID id) {
        return sql.sql(TrialRows.SELECT + " WHERE t.tenant_id = ? AND t.job_id = ? ORDER BY t.number")
                .param(tenant.value())
                .param(id)
                .query((row, n) -> TrialRows.trial(row))
                .list();
    }

    JobPage list(TenantId tenant, JobFilter filter, @Nullable String after, int limit) {
        var where = new ArrayList<String>(List.of("j.tenant_id = :tenant"));
        var values = new HashMap<String, Object>(Map.of("tenant", tenant.value(), "limit", limit + 1));
        if (filter.project() != null) {
            where.add("j.project_id = :project");
            values.put("project", filter.project());
        }
        if (!filter.states().isEmpty()) {
            where.add("j.state IN (:states)");
            values.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (!filter.kinds().isEmpty()) {
            where.add("j.kind IN (:kinds)");
            values.put("kinds", filter.kinds().stream().map(Enum::name).toList());
        }
        if (!filter.search().isBlank()) {
            where.add("strpos(lower(j.project_name || ' ' || j.template_id), lower(:search)) > 0");
            values.put("search", filter.search().strip());
        }
        if (after != null) {
            where.add("j.id < :after");
            values.put("after", Ids.parse("page", after));
        }
        var condition = " WHERE " + String.join(" AND ", where) + " ORDER BY j.id DESC LIMIT :limit";
        var ids = sql.sql("SELECT j.id FROM job j" + condition)
                .params(values)
                .query(UUID.class)
                .list();
        if (ids.isEmpty()) {
            return new JobPage(List.of(), null);
        }
        var shown = ids.subList(0, Math.min(limit, ids.size()));
        var attempts = attempts(shown);
        var jobs = sql.sql(JobRows.SELECT + " WHERE j.tenant_id = :tenant AND j.id IN (:ids) ORDER BY j.id DESC")
                .param("tenant", tenant.value())
                .param("ids", shown)
                .query((row, n) -> job(row, attempts.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
        return new JobPage(jobs, ids.size() > limit ? shown.getLast().toString() : null);
    }

    private Job job(java.sql.ResultSet row, List<JobAttempt> attempts) throws java.sql.SQLException {
        var now = clock.instant();
        var cost = Costs.of(
                attempts,
                row.getInt("cpus"),
                row.getInt("gpus"),
                row.getLong("memory_bytes"),
                row.getDouble("trial_byte_seconds"),
                tariff,
                now);
        return JobRows.job(row, attempts, cost, now);
    }

    private Map<UUID, List<JobAttempt>> attempts(List<UUID> jobs) {
        var byJob = new HashMap<UUID, List<JobAttempt>>();
        sql.sql("SELECT * FROM job_attempt WHERE job_id IN (:jobs) AND trial IS NULL ORDER BY job_id, number")
                .param("jobs", jobs)
                .query(row -> {
                    byJob.computeIfAbsent(row.getObject("job_id", UUID.class), id -> new ArrayList<>())
                            .add(JobRows.attempt(row));
                });
        return byJob;
    }
}
