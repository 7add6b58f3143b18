package io.millwright.portal.ui.world;

import io.millwright.broker.Job;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobPage;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobState;
import io.millwright.broker.JobTrial;
import io.millwright.broker.Jobs;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Jobs from the world in memory, and news of what a test changes. */
public final class FakeJobs implements Jobs, JobFeed {

    private final World world;
    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();

    FakeJobs(World world) {
        this.world = world;
    }

    /** Replaces a job and tells everybody who looks. */
    public void change(Job after) {
        world.jobs.replaceAll(job -> job.id().equals(after.id()) ? after : job);
        tell(after, Kind.STATE);
    }

    /** The template of a scoring has said something about its rows. */
    public void say(UUID job, String report) {
        world.reports.put(job, report);
    }

    /** Adds an event to a job and tells everybody who looks. */
    public void happen(UUID job, JobEvent event) {
        world.events.computeIfAbsent(job, none -> new CopyOnWriteArrayList<>()).add(event);
        tell(find(job), Kind.EVENTS);
    }

    /** A training asked for trials, or they have gone on. */
    public void tried(UUID job, List<JobTrial> trials) {
        world.trials.put(job, trials);
        tell(find(job), Kind.EVENTS);
    }

    private void tell(Job job, Kind kind) {
        listeners.forEach(listener -> listener.accept(new News(job.tenant(), job.id(), kind)));
    }

    @Override
    public Subscription subscribe(Caller caller, @Nullable UUID job, Consumer<News> listener) {
        Consumer<News> filtered = news -> {
            if (job == null || job.equals(news.job())) {
                listener.accept(news);
            }
        };
        listeners.add(filtered);
        return () -> listeners.remove(filtered);
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public Job submit(Caller caller, JobRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job get(Caller caller, UUID id) {
        return find(id);
    }

    private Job find(UUID id) {
        return world.jobs.stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("job", id.toString()));
    }

    @Override
    public JobPage list(Caller caller, JobFilter filter, @Nullable String after, int limit) {
        var found = World.seenBy(caller.tenant(), world.jobs).stream()
                .filter(job -> filter.project() == null || filter.project().equals(job.project()))
                .filter(job -> filter.states().isEmpty() || filter.states().contains(job.state()))
                .filter(job -> filter.kinds().isEmpty() || filter.kinds().contains(job.kind()))
                .filter(job -> job.projectName()
                        .toLowerCase(Locale.ROOT)
                        .contains(filter.search().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(Job::submittedAt).reversed())
                .limit(limit)
                .toList();
        return new JobPage(found, null);
    }

    @Override
    public Job cancel(Caller caller, UUID id, String reason) {
        var cancelled = JobStory.job(find(id), JobState.CANCELLED, 0, "Cancelled by " + caller.user() + ".");
        change(cancelled);
        return cancelled;
    }

    @Override
    public List<JobEvent> events(Caller caller, UUID id, long after, int limit) {
        return world.events.getOrDefault(id, List.of()).stream()
                .filter(event -> event.seq() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public List<JobEvent> logs(Caller caller, UUID id, long after, int limit) {
        return events(caller, id, after, limit).stream()
                .filter(event -> !(event instanceof JobEvent.MetricPoint || event instanceof JobEvent.Progressed))
                .toList();
    }

    @Override
    public Optional<String> understanding(Caller caller, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<String> report(Caller caller, UUID id) {
        return Optional.ofNullable(world.reports.get(id));
    }

    @Override
    public List<JobTrial> trials(Caller caller, UUID id) {
        return world.trials.getOrDefault(id, List.of());
    }

    @Override
    public List<JobEvent.MetricPoint> metrics(Caller caller, UUID id) {
        return events(caller, id, 0, Integer.MAX_VALUE).stream()
                .filter(JobEvent.MetricPoint.class::isInstance)
                .map(JobEvent.MetricPoint.class::cast)
                .toList();
    }
}
