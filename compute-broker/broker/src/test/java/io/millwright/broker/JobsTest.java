package io.millwright.broker;

import static io.millwright.broker.test.World.BLUE;
import static io.millwright.broker.test.World.RED;
import static io.millwright.broker.test.World.engineer;
import static io.millwright.broker.test.World.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.broker.test.World;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static World world;
    private static Jobs jobs;

    @BeforeAll
    static void begin() {
        world = new World();
        jobs = world.jobs();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void a_submitted_job_is_queued_audited_and_can_be_read() {
        var job = jobs.submit(engineer(RED), sample(1));
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.waiting()).isNotNull();
        assertThat(job.options()).containsEntry("rows", "10");
        assertThat(job.submittedBy()).isEqualTo("red-engineer");
        assertThat(jobs.get(engineer(RED), job.id())).usingRecursiveComparison().isEqualTo(job);
        assertThat(world.audited(RED, job.id())).containsExactly("red-engineer job.submitted");
        assertThat(jobs.events(engineer(RED), job.id(), 0, 10))
                .singleElement()
                .isInstanceOfSatisfying(JobEvent.StateChanged.class, event -> assertThat(event.state())
                        .isEqualTo(JobState.QUEUED));
    }

    @Test
    void viewers_read_and_do_not_submit_or_cancel() {
        var viewer = new Caller(RED, "vera", Set.of(Role.VIEWER), Origin.SYSTEM);
        var job = jobs.submit(engineer(RED), sample(1));
        assertThat(jobs.get(viewer, job.id()).id()).isEqualTo(job.id());
        assertThatThrownBy(() -> jobs.submit(viewer, sample(1))).hasMessageContaining("Engineer");
        assertThatThrownBy(() -> jobs.cancel(viewer, job.id(), "")).hasMessageContaining("Engineer");
    }

    @Test
    void another_tenant_cannot_tell_that_the_job_exists() {
        var job = jobs.submit(engineer(RED), sample(1));
        for (Callable<?> attempt : List.<Callable<?>>of(
                () -> jobs.get(engineer(BLUE), job.id()),
                () -> jobs.cancel(engineer(BLUE), job.id(), ""),
                () -> jobs.events(engineer(BLUE), job.id(), 0, 1),
                () -> jobs.logs(engineer(BLUE), job.id(), 0, 1),
                () -> jobs.metrics(engineer(BLUE), job.id()))) {
            assertThatThrownBy(attempt::call)
                    .isInstanceOfSatisfying(MillwrightException.class, refused -> assertThat(refused.kind())
                            .isEqualTo(MillwrightException.Kind.MISSING));
        }
        assertThat(jobs.list(engineer(BLUE), JobFilter.ALL, null, 200).items())
                .extracting(Job::id)
                .doesNotContain(job.id());
    }

    @Test
    void the_same_key_gives_the_same_job_however_many_ask_at_once() throws Exception {
        var request = sample(1, JobPriority.NORMAL, UUID.randomUUID().toString());
        var ids = new HashSet<UUID>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = new ArrayList<Callable<UUID>>();
            for (int i = 0; i < 12; i++) {
                all.add(() -> jobs.submit(engineer(RED), request).id());
            }
            for (var one : threads.invokeAll(all)) {
                ids.add(one.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(world.audited(RED, ids.iterator().next())).hasSize(1);
        assertThatThrownBy(() -> jobs.submit(engineer(RED), sample(2, JobPriority.NORMAL, request.idempotencyKey())))
                .hasMessageContaining("was used for another job");
        assertThat(jobs.submit(engineer(BLUE), request).id()).isNotIn(ids);
    }

    @Test
    void a_queued_job_is_cancelled_at_once_and_stays_so() {
        var job = jobs.submit(engineer(RED), sample(1));
        var cancelled = jobs.cancel(engineer(RED), job.id(), "wrong options");
        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.reason()).isEqualTo("Cancelled by red-engineer: wrong options");
        assertThat(cancelled.finishedAt()).isNotNull();
        var again = jobs.cancel(engineer(RED), job.id(), "again");
        assertThat(again.reason()).isEqualTo(cancelled.reason());
    }

    @Test
    void lists_have_pages_and_filters() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(jobs.submit(engineer(BLUE), sample(1)).id());
        }
        jobs.cancel(engineer(BLUE), ids.getFirst(), "");
        var first = jobs.list(engineer(BLUE), JobFilter.ALL, null, 2);
        var second = jobs.list(engineer(BLUE), JobFilter.ALL, first.next(), 2);
        assertThat(first.items()).extracting(Job::id).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(second.items()).extracting(Job::id).containsExactlyElementsOf(ids.subList(2, 4));
        var cancelled = new JobFilter(new UUID(1, 1), Set.of(JobState.CANCELLED), Set.of(JobKind.SAMPLE), "fraud");
        assertThat(jobs.list(engineer(BLUE), cancelled, null, 10).items())
                .extracting(Job::id)
                .containsExactly(ids.getFirst());
        assertThatThrownBy(() -> jobs.list(engineer(BLUE), JobFilter.ALL, "nonsense", 10))
                .isInstanceOf(MillwrightException.class);
        assertThatThrownBy(() -> jobs.list(engineer(BLUE), JobFilter.ALL, null, 201))
                .isInstanceOf(MillwrightException.class);
    }

    @Test
    void news_reach_those_who_subscribed_and_nobody_else() {
        var red = new ArrayList<JobFeed.News>();
        var blue = new ArrayList<JobFeed.News>();
        var feed = world.portal(JobFeed.class);
        try (var ofRed = feed.subscribe(engineer(RED), null, red::add);
                var ofBlue = feed.subscribe(engineer(BLUE), null, blue::add)) {
            var job = jobs.submit(engineer(RED), sample(1));
            org.awaitility.Awaitility.await()
                    .until(() -> red.stream().anyMatch(news -> job.id().equals(news.job())));
            assertThat(blue).isEmpty();
        }
    }
}
