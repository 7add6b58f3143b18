package io.millwright.broker.internal;

import io.millwright.broker.JobCost;
import io.millwright.broker.Tariff;
import io.millwright.broker.Usage;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.OperatorReads;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Usage} from the tables of jobs and attempts. */
public final class SqlUsage implements Usage {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Row level security leaves a tenant its own rows, and operators all. */
    private static final String QUERY = """
            WITH held AS (
                SELECT tenant_id, cpus, gpus, memory_bytes,
                       greatest(0, extract(epoch FROM
                           least(coalesce(ended_at, now()), :to) - greatest(admitted_at, :from))) AS seconds
                FROM job_attempt WHERE admitted_at < :to AND coalesce(ended_at, now()) > :from),
            used AS (
                SELECT tenant_id, sum(seconds * cpus) AS cpu_seconds, sum(seconds * gpus) AS gpu_seconds,
                       sum(seconds * memory_bytes / 1073741824.0) AS gib_seconds FROM held GROUP BY tenant_id),
            counted AS (
                SELECT tenant_id, count(*) AS submitted,
                       count(*) FILTER (WHERE state = 'SUCCEEDED') AS succeeded,
                       count(*) FILTER (WHERE state = 'FAILED') AS failed,
                       count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled
                FROM job WHERE submitted_at >= :from AND submitted_at < :to GROUP BY tenant_id)
            SELECT tenant_id, coalesce(submitted, 0) AS submitted, coalesce(succeeded, 0) AS succeeded,
                   coalesce(failed, 0) AS failed, coalesce(cancelled, 0) AS cancelled,
                   coalesce(cpu_seconds, 0) AS cpu_seconds, coalesce(gpu_seconds, 0) AS gpu_seconds,
                   coalesce(gib_seconds, 0) AS gib_seconds
            FROM counted FULL JOIN used USING (tenant_id) ORDER BY tenant_id
            """;

    private final TenantTransactions transactions;
    private final OperatorReads operators;
    private final JdbcClient sql;
    private final Tariff tariff;

    public SqlUsage(TenantTransactions transactions, OperatorReads operators, JdbcClient sql, Tariff tariff) {
        this.transactions = transactions;
        this.operators = operators;
        this.sql = sql;
        this.tariff = tariff;
    }

    @Override
    public Used of(Caller caller, Instant from, Instant to) {
        return transactions.call(caller, () -> read(sql, from, to)).stream()
                .filter(used -> used.tenant().equals(caller.tenant()))
                .findFirst()
                .orElseGet(() -> new Used(caller.tenant(), 0, 0, 0, 0, 0, cost(0, 0, 0)));
    }

    @Override
    public List<Used> ofAll(Caller operator, Instant from, Instant to) {
        operator.require(Role.OPERATOR);
        return operators.query(operator, "use of all tenants", jdbc -> read(jdbc, from, to));
    }

    private List<Used> read(JdbcClient jdbc, Instant from, Instant to) {
        return jdbc.sql(QUERY)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> used(row))
                .list();
    }

    private Used used(ResultSet row) throws SQLException {
        var submitted = row.getLong("submitted");
        var succeeded = row.getLong("succeeded");
        var failed = row.getLong("failed");
        var cancelled = row.getLong("cancelled");
        return new Used(
                new TenantId(row.getString("tenant_id")),
                submitted,
                succeeded,
                failed,
                cancelled,
                submitted - succeeded - failed - cancelled,
                cost(row.getDouble("cpu_seconds"), row.getDouble("gpu_seconds"), row.getDouble("gib_seconds")));
    }

    private JobCost cost(double cpuSeconds, double gpuSeconds, double gibibyteSeconds) {
        var amount = tariff.cpuHour()
                .multiply(BigDecimal.valueOf(cpuSeconds))
                .add(tariff.gpuHour().multiply(BigDecimal.valueOf(gpuSeconds)))
                .add(tariff.gibibyteHour().multiply(BigDecimal.valueOf(gibibyteSeconds)))
                .divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP);
        return new JobCost(cpuSeconds, gpuSeconds, amount, tariff.currency());
    }
}
