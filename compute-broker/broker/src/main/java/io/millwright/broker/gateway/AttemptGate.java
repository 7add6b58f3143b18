package io.millwright.broker.gateway;

import io.millwright.broker.JobKind;
import io.millwright.broker.TemplateRef;
import io.millwright.broker.internal.Digests;
import io.millwright.broker.internal.JobJson;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets agents in: by the attempt in the path and the token in the header, as long as the attempt is the current one. */
final class AttemptGate {

    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-([1-9][0-9]{0,8})");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) ([0-9a-f]{64})");

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final AuditLog audit;

    AttemptGate(TenantTransactions transactions, JdbcClient sql, AuditLog audit) {
        this.transactions = transactions;
        this.sql = sql;
        this.audit = audit;
    }

    /** An attempt whose token is right, current or not. */
    record Entry(
            AttemptFacts facts, boolean current, byte @Nullable [] resultDigest, boolean justEnded, boolean dismissed) {

        /** Its agent has said how it ended a moment ago; a last heartbeat may still be on its way. */
        boolean mayStillBeHeard() {
            return justEnded && resultDigest != null;
        }
    }

    /**
     * The attempt, if it is current.
     *
     * @param path what is asked for, for the audit log
     * @throws Refusal 401 unless name and token belong together, 409 when the attempt has ended
     */
    AttemptFacts enter(String name, @Nullable String authorization, String path, String address) {
        var entry = look(name, authorization);
        if (!entry.current()) {
            throw replayed(entry, path, address);
        }
        return entry.facts();
    }

    /** @throws Refusal 401 unless name and token belong together */
    Entry look(String name, @Nullable String authorization) {
        var named = NAME.matcher(name);
        var bearer = BEARER.matcher(authorization == null ? "" : authorization);
        if (!named.matches() || !bearer.matches()) {
            throw Refusal.unknown();
        }
        var digest = Digests.of(bearer.group(1));
        return transactions
                .platform(() -> find(UUID.fromString(named.group(1)), Integer.parseInt(named.group(2)), digest))
                .orElseThrow(Refusal::unknown);
    }

    /** Writes down that a token was used after its attempt had ended: once in the audit log, then as a number. */
    Refusal replayed(Entry entry, String path, String address) {
        if (entry.dismissed()) {
            return Refusal.fenced();
        }
        var attempt = entry.facts();
        int replays = transactions.call(attempt.tenant(), () -> sql.sql(
                        "UPDATE job_attempt SET replays = replays + 1 WHERE job_id = ? AND number = ? RETURNING replays")
                .param(attempt.job())
                .param(attempt.number())
                .query(Integer.class)
                .single());
        if (replays == 1) {
            var agent = new Caller(
                    attempt.tenant(), "system", Set.of(Role.VIEWER), new Origin(Origin.Channel.JOB, address));
            audit.appendApart(
                    agent,
                    AuditEvent.of("access.refused", "job", attempt.job().toString())
                            .after(Map.of("attempt", attempt.number(), "path", path))
                            .because("The token of an ended attempt was used."));
        }
        return Refusal.fenced();
    }

    private Optional<Entry> find(UUID job, int number, byte[] digest) {
        return sql.sql("""
                        SELECT j.*, coalesce(a.ended_at > now() - interval '10 seconds', false) AS just_ended, a.number, a.token_digest, a.outcome, a.result_digest, a.backend, a.node,
                               a.trial, a.memory_bytes AS given_memory, t.parameters, t.budget
                        FROM job_attempt a JOIN job j ON j.id = a.job_id
                            LEFT JOIN job_trial t ON t.job_id = a.job_id AND t.number = a.trial WHERE a.job_id = ? AND a.number = ?""")
                .param(job)
                .param(number)
                .query((row, n) -> entry(row, digest))
                .optional()
                .flatMap(found -> found);
    }

    private static Optional<Entry> entry(ResultSet row, byte[] digest) throws SQLException {
        if (!MessageDigest.isEqual(digest, row.getBytes("token_digest"))) {
            return Optional.empty();
        }
        var facts = facts(row);
        var outcome = row.getString("outcome");
        boolean ownOrTrial = facts.trial() != null || row.getInt("number") == row.getInt("attempt");
        // a trial ends with its training, and its agent hears of it by being refused: nothing to be wary of
        boolean dismissed = facts.trial() != null && outcome.equals("CANCELLED");
        return Optional.of(new Entry(
                facts,
                outcome.equals("ACTIVE") && ownOrTrial,
                row.getBytes("result_digest"),
                row.getBoolean("just_ended"),
                dismissed));
    }

    private static AttemptFacts facts(ResultSet row) throws SQLException {
        int number = row.getInt("trial");
        var trial = row.wasNull()
                ? null
                : new AttemptFacts.Trial(number, JobJson.options(row.getString("parameters")), row.getDouble("budget"));
        return new AttemptFacts(
                new TenantId(row.getString("tenant_id")),
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                JobKind.valueOf(row.getString("kind")),
                new TemplateRef(
                        row.getString("template_id"),
                        row.getString("template_version"),
                        row.getString("template_digest")),
                JobJson.engines(row.getString("engines")),
                row.getObject("dataset_version_id", UUID.class),
                row.getObject("model_version_id", UUID.class),
                row.getObject("weights_version_id", UUID.class),
                JobJson.options(row.getString("options")),
                row.getLong("seed"),
                trial == null ? row.getInt("cpus") : 1,
                trial == null ? row.getInt("gpus") : 0,
                row.getLong("given_memory"),
                row.getLong("limit_seconds"),
                row.getString("submitted_by"),
                row.getString("backend"),
                row.getString("node"),
                trial);
    }
}
