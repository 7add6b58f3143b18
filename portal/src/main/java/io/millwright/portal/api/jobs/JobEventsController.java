package io.millwright.portal.api.jobs;

import io.millwright.broker.JobEvent;
import io.millwright.broker.Jobs;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Paging;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/jobs/{job}")
@Tag(name = "Jobs")
class JobEventsController {

    private final Jobs jobs;
    private final EventStreams streams;

    JobEventsController(Jobs jobs, EventStreams streams) {
        this.jobs = jobs;
        this.streams = streams;
    }

    @GetMapping(value = "/logs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Log lines, phases and changes of state, oldest first",
            description = "They stay after the job. `next` is there as long as more lines are known; "
                    + "ask for `text/plain` to get the lines as they are.")
    Items<EventView> logs(Caller caller, @PathVariable String job, Paging paging) {
        var events = jobs.logs(caller, JobsController.id(job), after(paging.after()), paging.limit());
        var full = events.size() == paging.limit();
        return Items.of(events, full ? Long.toString(events.getLast().seq()) : null, EventView::of);
    }

    @GetMapping(value = "/logs", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String logsAsText(Caller caller, @PathVariable String job, Paging paging) {
        return jobs.logs(caller, JobsController.id(job), after(paging.after()), paging.limit()).stream()
                .map(EventView::of)
                .map(event -> event.at() + " " + event.text() + "\n")
                .collect(Collectors.joining());
    }

    @GetMapping("/metrics")
    @Operation(summary = "Points of all curves of the last attempt, in the order they came")
    Items<MetricView> metrics(Caller caller, @PathVariable String job) {
        return Items.of(jobs.metrics(caller, JobsController.id(job)), null, MetricView::of);
    }

    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Everything that happens in a job, as it happens (server-sent events)",
            description =
                    "Events `state`, `phase`, `log`, `progress` and `metric`; each one's id is its number, so that "
                            + "`Last-Event-ID` or `?after=` goes on where a lost connection ended. The stream ends with the job.")
    SseEmitter events(
            Caller caller,
            @PathVariable String job,
            Paging paging,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var id = jobs.get(caller, JobsController.id(job)).id();
        return streams.open(caller, id, after(last == null ? paging.after() : last));
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return 0;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notANumber) {
            throw MillwrightException.user(
                    "cursor-unknown", "There is no event \"%s\".".formatted(cursor), "Give the number of an event.");
        }
    }

    record MetricView(String name, long step, double value, int attempt, java.time.Instant at) {
        static MetricView of(JobEvent.MetricPoint point) {
            return new MetricView(point.name(), point.step(), point.value(), point.attempt(), point.at());
        }
    }
}
