package io.millwright.broker;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of a tenant, for portal and plugin host. An interface because the portal's tests of views and REST bring their own
 * few lines of it; the broker's process never calls it.
 */
public interface Jobs {

    int MAX_PAGE = 200;
    int MAX_UNDERSTANDING = 256 << 10;
    int MAX_REPORT = 2 << 20;

    /**
     * Puts a job into the queue, in one transaction with its audit entry. A known idempotency key of the tenant gives the
     * job of the first request.
     *
     * @param caller an engineer
     * @throws MillwrightException MISSING when the dataset or model version is not the tenant's; CONFLICT
     *     {@code idempotency-key-reused} when the key belongs to another request
     */
    Job submit(Caller caller, JobRequest request);

    /** @throws MillwrightException MISSING when the tenant has no such job */
    Job get(Caller caller, UUID id);

    /**
     * Jobs, newest first.
     *
     * @param after the cursor of the page before, null for the first
     * @param limit 1 to {@value #MAX_PAGE}
     */
    JobPage list(Caller caller, JobFilter filter, @Nullable String after, int limit);

    /**
     * Stops a job. A queued one is cancelled at once, a running one within two seconds; a final one stays as it is.
     *
     * @param caller an engineer
     * @param reason in words, may be empty
     */
    Job cancel(Caller caller, UUID id, String reason);

    /** Events after a sequence number, oldest first: what a live view or a stream of events needs. */
    List<JobEvent> events(Caller caller, UUID id, long after, int limit);

    /** Log lines, phases and changes of state after a sequence number, oldest first. */
    List<JobEvent> logs(Caller caller, UUID id, long after, int limit);

    /**
     * What a finished inspection understood, as JSON: {@code {task, facts:{title:words}, notes:[{level,text}],
     * options:{name:value}, estimates:[{preset,seconds,memoryBytes}]}}, facts in the order of the page; at most
     * {@value #MAX_UNDERSTANDING} bytes. Empty for other jobs and until it has succeeded.
     */
    Optional<String> understanding(Caller caller, UUID id);

    /**
     * What the template of a finished scoring says about the rows it scored, as JSON like the report of a model: {@code
     * {headline, notes:[{level,text}], metrics:[…], charts:[…]}}; at most {@value #MAX_REPORT} bytes. Empty for other jobs,
     * until it has succeeded, and where the template says nothing.
     */
    Optional<String> report(Caller caller, UUID id);

    /** What a training has tried so far, by number; empty for jobs that try nothing. News of it come as {@code EVENTS}. */
    List<JobTrial> trials(Caller caller, UUID id);

    /** All points of all curves of the last attempt, in the order they came. */
    List<JobEvent.MetricPoint> metrics(Caller caller, UUID id);
}
