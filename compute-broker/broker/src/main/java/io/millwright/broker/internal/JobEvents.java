package io.millwright.broker.internal;

import io.millwright.broker.JobEvent;
import io.millwright.broker.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what happened in a job. */
public final class JobEvents {

    static final List<String> ALL = List.of("STATE", "PHASE", "LOG", "PROGRESS", "METRIC");
    static final List<String> LOG = List.of("STATE", "PHASE", "LOG");
    private static final int MAX = 5000;

    private final JdbcClient sql;

    public JobEvents(JdbcClient sql) {
        this.sql = sql;
    }

    List<JobEvent> read(UUID job, long after, int limit, List<String> types) {
        return sql.sql("""
                        SELECT * FROM job_event WHERE job_id = :job AND seq > :after AND type IN (:types)
                        ORDER BY seq LIMIT :limit""")
                .param("job", job)
                .param("after", after)
                .param("types", types)
                .param("limit", Math.clamp(limit, 1, MAX))
                .query((row, n) -> event(row))
                .list();
    }

    List<JobEvent.MetricPoint> metrics(UUID job) {
        return sql.sql("""
                        SELECT e.* FROM job_event e JOIN job j ON j.id = e.job_id AND j.attempt = e.attempt
                        WHERE e.job_id = ? AND e.type = 'METRIC' ORDER BY e.seq""").param(job).query((row, n) -> point(row)).list();
    }

    private static JobEvent event(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        int attempt = row.getInt("attempt");
        Instant at = row.getTimestamp("at").toInstant();
        var text = row.getString("text");
        return switch (row.getString("type")) {
            case "STATE" -> new JobEvent.StateChanged(seq, attempt, at, JobState.valueOf(row.getString("name")), text);
            case "PHASE" -> new JobEvent.Phase(seq, attempt, at, text);
            case "PROGRESS" -> new JobEvent.Progressed(seq, attempt, at, row.getDouble("value"), text);
            case "METRIC" -> point(row);
            default -> new JobEvent.LogLine(seq, attempt, at, text);
        };
    }

    private static JobEvent.MetricPoint point(ResultSet row) throws SQLException {
        return new JobEvent.MetricPoint(
                row.getLong("seq"),
                row.getInt("attempt"),
                row.getTimestamp("at").toInstant(),
                row.getString("name"),
                row.getLong("step"),
                row.getDouble("value"));
    }
}
