package io.millwright.broker.internal;

import io.millwright.broker.Job;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobPage;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobState;
import io.millwright.broker.JobTrial;
import io.millwright.broker.Jobs;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link Jobs} on PostgreSQL. */
public final class JobService implements Jobs {

    private static final int MAX_REASON = 500;

    private final TenantTransactions transactions;
    private final JobInserts inserts;
    private final JobReads reads;
    private final JobEvents events;
    private final JobChanges changes;
    private final Channels channels;
    private final AuditLog audit;

    public JobService(
            TenantTransactions transactions,
            JobInserts inserts,
            JobReads reads,
            JobEvents events,
            JobChanges changes,
            Channels channels,
            AuditLog audit) {
        this.transactions = transactions;
        this.inserts = inserts;
        this.reads = reads;
        this.events = events;
        this.changes = changes;
        this.channels = channels;
        this.audit = audit;
    }

    @Override
    public Job submit(Caller caller, JobRequest request) {
        caller.require(Role.ENGINEER);
        return transactions.call(caller, () -> {
            var inserted = inserts.insert(caller, request);
            if (inserted.isNew()) {
                changes.announce(inserted.id(), caller.tenant(), 0, JobState.QUEUED, "");
                audit.append(
                        caller,
                        AuditEvent.of("job.submitted", "job", inserted.id().toString())
                                .after(facts(request)));
            }
            return reads.get(caller.tenant(), inserted.id());
        });
    }

    @Override
    public Job get(Caller caller, UUID id) {
        return transactions.call(caller, () -> reads.get(caller.tenant(), id));
    }

    @Override
    public JobPage list(Caller caller, JobFilter filter, @Nullable String after, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw MillwrightException.user(
                    "limit-invalid",
                    "A page has 1 to %d jobs.".formatted(MAX_PAGE),
                    "Ask for fewer, then for the next.");
        }
        return transactions.call(caller, () -> reads.list(caller.tenant(), filter, after, limit));
    }

    @Override
    public Job cancel(Caller caller, UUID id, String reason) {
        caller.require(Role.ENGINEER);
        var why = reason.strip().substring(0, Math.min(reason.strip().length(), MAX_REASON));
        return transactions.call(caller, () -> {
            var job = changes.lock(id)
                    .filter(locked -> locked.tenant().equals(caller.tenant()))
                    .orElseThrow(() -> MillwrightException.missing("job", id.toString()));
            if (!job.state().isFinal() && !job.cancelRequested()) {
                inserts.requestCancel(id, caller.user(), why);
                audit.append(
                        caller,
                        AuditEvent.of("job.cancelled", "job", id.toString())
                                .before(Map.of("state", job.state().name()))
                                .because(why));
                if (job.state().isActive()) {
                    channels.news(caller.tenant().value(), id, true);
                    channels.cancelRequested(caller.tenant().value(), id);
                } else {
                    changes.become(job, JobState.CANCELLED, CancelWords.of(caller.user(), why), "");
                }
            }
            return reads.get(caller.tenant(), id);
        });
    }

    @Override
    public List<JobEvent> events(Caller caller, UUID id, long after, int limit) {
        return transactions.call(caller, () -> {
            reads.require(caller.tenant(), id);
            return events.read(id, after, limit, JobEvents.ALL);
        });
    }

    @Override
    public List<JobEvent> logs(Caller caller, UUID id, long after, int limit) {
        return transactions.call(caller, () -> {
            reads.require(caller.tenant(), id);
            return events.read(id, after, limit, JobEvents.LOG);
        });
    }

    @Override
    public List<JobEvent.MetricPoint> metrics(Caller caller, UUID id) {
        return transactions.call(caller, () -> {
            reads.require(caller.tenant(), id);
            return events.metrics(id);
        });
    }

    @Override
    public Optional<String> understanding(Caller caller, UUID id) {
        return transactions.call(caller, () -> {
            reads.require(caller.tenant(), id);
            return reads.understanding(caller.tenant(), id);
        });
    }

    @Override
    public Optional<String> report(Caller caller, UUID id) {
        return transactions.call(caller, () -> {
            reads.require(caller.tenant(), id);
            return reads.report(caller.tenant(), id);
        });
    }

    @Override
    public List<JobTrial> trials(Caller caller, UUID id) {
        return transactions.call(caller, () -> {
            reads.require(caller.tenant(), id);
            return reads.trials(caller.tenant(), id);
        });
    }

    private static Map<String, Object> facts(JobRequest request) {
        var facts = new java.util.TreeMap<String, Object>();
        facts.put("kind", request.kind().name());
        facts.put("project", request.project().toString());
        facts.put("projectName", request.projectName());
        facts.put("template", request.template().id() + " " + request.template().version());
        facts.put("templateDigest", request.template().digest());
        if (request.dataset() != null) {
            facts.put(
                    "dataset", request.dataset().id() + " v" + request.dataset().version());
        }
        if (request.model() != null) {
            facts.put("model", request.model().id() + " v" + request.model().version());
        }
        if (request.weights() != null) {
            facts.put(
                    "weights", request.weights().id() + " v" + request.weights().version());
        }
        facts.put("options", request.options());
        facts.put("seed", Long.toString(request.seed()));
        facts.put("cpus", request.resources().cpus());
        facts.put("gpus", request.resources().gpus());
        facts.put("memoryBytes", Long.toString(request.resources().memoryBytes()));
        facts.put("priority", request.priority().name());
        return facts;
    }
}
