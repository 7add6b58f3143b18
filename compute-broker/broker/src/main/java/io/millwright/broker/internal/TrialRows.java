package io.millwright.broker.internal;

import io.millwright.broker.JobTrial;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of the table {@code job_trial}. */
final class TrialRows {

    /** A trial, where its last attempt runs or ran, and how long a running one has run. */
    static final String SELECT = """
            SELECT t.*, coalesce(a.node, '') AS node, CASE WHEN t.state <> 'RUNNING' THEN t.seconds
                ELSE coalesce(extract(epoch FROM now() - a.started_at), 0) END AS took
            FROM job_trial t LEFT JOIN LATERAL (
                SELECT node, started_at FROM job_attempt WHERE job_id = t.job_id AND trial = t.number
                ORDER BY number DESC LIMIT 1) a ON true""";

    private TrialRows() {}

    static JobTrial trial(ResultSet row) throws SQLException {
        return new JobTrial(
                row.getInt("number"),
                JobJson.options(row.getString("parameters")),
                row.getDouble("budget"),
                JobTrial.State.valueOf(row.getString("state")),
                row.getObject("objective", Double.class),
                JobJson.figures(row.getString("figures")),
                row.getDouble("took"),
                row.getString("reason"),
                row.getString("node"),
                row.getTimestamp("asked_at").toInstant(),
                JobRows.instant(row, "ended_at"));
    }
}
