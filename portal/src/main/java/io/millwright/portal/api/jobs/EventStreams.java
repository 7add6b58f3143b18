package io.millwright.portal.api.jobs;

import io.millwright.broker.JobFeed;
import io.millwright.broker.Jobs;
import io.millwright.tenancy.Caller;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of events of jobs. Each has a virtual thread that sleeps until the feed has news, reads what is new, and sends it;
 * a comment in between keeps the connection and notices clients that are gone.
 */
@Component
class EventStreams {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final int BATCH = 500;

    private final Jobs jobs;
    private final JobFeed feed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    EventStreams(Jobs jobs, JobFeed feed) {
        this.jobs = jobs;
        this.feed = feed;
    }

    SseEmitter open(Caller caller, UUID job, long after) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var running = threads.submit(() -> follow(caller, job, after, emitter));
        emitter.onTimeout(() -> running.cancel(true));
        emitter.onError(gone -> running.cancel(true));
        return emitter;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private void follow(Caller caller, UUID job, long after, SseEmitter emitter) {
        var news = new Semaphore(1);
        try (var subscription = feed.subscribe(caller, job, one -> news.release())) {
            var last = after;
            var ended = false;
            while (!ended) {
                if (news.tryAcquire(QUIET.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                } else {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                ended = jobs.get(caller, job).state().isFinal();
                last = sendNew(caller, job, last, emitter);
            }
            emitter.complete();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        } catch (RuntimeException failure) {
            emitter.completeWithError(failure);
        }
    }

    private long sendNew(Caller caller, UUID job, long after, SseEmitter emitter) throws IOException {
        var last = after;
        while (true) {
            var batch = jobs.events(caller, job, last, BATCH);
            for (var event : batch) {
                var view = EventView.of(event);
                emitter.send(SseEmitter.event()
                        .id(Long.toString(view.seq()))
                        .name(view.type())
                        .data(view));
                last = view.seq();
            }
            if (batch.size() < BATCH) {
                return last;
            }
        }
    }
}
