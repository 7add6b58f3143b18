package io.millwright.broker.internal;

import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt;
import io.millwright.broker.JobCost;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobResult;
import io.millwright.broker.JobState;
import io.millwright.broker.TemplateRef;
import io.millwright.broker.VersionRef;
import io.millwright.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the tables {@code job} and {@code job_attempt}. */
final class JobRows {

    /** A job's columns and what jobs like it took: of the same project, else of the same template; with the same preset. */
    static final String SELECT = """
            SELECT j.*, CASE WHEN j.state IN ('SUCCEEDED', 'FAILED', 'CANCELLED') THEN NULL ELSE coalesce(
                (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY took) FROM (
                    SELECT extract(epoch FROM p.finished_at - p.started_at) AS took FROM job p
                    WHERE p.tenant_id = j.tenant_id AND p.project_id = j.project_id AND p.kind = j.kind
                      AND p.options ->> 'preset' IS NOT DISTINCT FROM j.options ->> 'preset'
                      AND p.state = 'SUCCEEDED' ORDER BY p.finished_at DESC LIMIT 20) same_project),
                (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY took) FROM (
                    SELECT extract(epoch FROM p.finished_at - p.started_at) AS took FROM job p
                    WHERE p.tenant_id = j.tenant_id AND p.template_id = j.template_id AND p.kind = j.kind
                      AND p.options ->> 'preset' IS NOT DISTINCT FROM j.options ->> 'preset'
                      AND p.state = 'SUCCEEDED' ORDER BY p.finished_at DESC LIMIT 20) same_template)) END AS expected,
                (SELECT coalesce(sum(extract(epoch FROM coalesce(a.ended_at, now()) - a.admitted_at) * a.memory_bytes), 0)
                    FROM job_attempt a WHERE a.job_id = j.id AND a.trial IS NOT NULL) AS trial_byte_seconds
            FROM job j""";

    private JobRows() {}

    static Job job(ResultSet row, List<JobAttempt> attempts, JobCost cost, Instant now) throws SQLException {
        var state = JobState.valueOf(row.getString("state"));
        var expected = row.getObject("expected", Double.class);
        var duration = expected == null ? null : Duration.ofMillis(Math.round(expected * 1000));
        var started = attempts.isEmpty() ? null : attempts.getLast().startedAt();
        double progress = row.getDouble("progress");
        return new Job(
                row.getObject("id", UUID.class),
                new TenantId(row.getString("tenant_id")),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                JobKind.valueOf(row.getString("kind")),
                new TemplateRef(
                        row.getString("template_id"),
                        row.getString("template_version"),
                        row.getString("template_digest")),
                JobJson.engines(row.getString("engines")),
                version(row, "dataset_id", "dataset_version"),
                version(row, "model_id", "model_version"),
                version(row, "weights_id", "weights_version"),
                JobJson.options(row.getString("options")),
                row.getLong("seed"),
                new JobResources(
                        row.getInt("cpus"),
                        row.getInt("gpus"),
                        row.getLong("memory_bytes"),
                        Duration.ofSeconds(row.getLong("limit_seconds"))),
                JobPriority.values()[row.getInt("priority")],
                state,
                row.getString("reason"),
                row.getString("remedy"),
                state == JobState.QUEUED ? waiting(row) : null,
                progress,
                row.getString("activity"),
                duration,
                state == JobState.RUNNING ? Eta.of(started, now, progress, duration) : null,
                attempts,
                cost,
                state == JobState.SUCCEEDED
                        ? new JobResult(
                                version(row, "result_model_id", "result_model_version"),
                                version(row, "result_dataset_id", "result_dataset_version"))
                        : null,
                row.getTimestamp("cancel_requested_at") != null,
                row.getLong("last_event"),
                row.getString("submitted_by"),
                row.getTimestamp("submitted_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    static JobAttempt attempt(ResultSet row) throws SQLException {
        return new JobAttempt(
                row.getInt("number"),
                JobAttempt.Outcome.valueOf(row.getString("outcome")),
                row.getString("backend"),
                row.getString("node"),
                row.getString("reason"),
                row.getString("sandbox"),
                row.getLong("peak_memory_bytes"),
                row.getTimestamp("admitted_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static Job.Waiting waiting(ResultSet row) throws SQLException {
        int place = row.getInt("queue_place");
        return place == 0
                ? new Job.Waiting(0, 0, "Waits to be looked at by the broker.", "")
                : new Job.Waiting(
                        place, row.getInt("queue_size"), row.getString("wait_reason"), row.getString("wait_remedy"));
    }

    private static @Nullable VersionRef version(ResultSet row, String id, String version) throws SQLException {
        var value = row.getObject(id, UUID.class);
        return value == null ? null : new VersionRef(value, row.getInt(version));
    }
}
