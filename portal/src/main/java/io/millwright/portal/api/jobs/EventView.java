package io.millwright.portal.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millwright.broker.JobEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of a job as the API shows it; what its type does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        long seq,
        int attempt,
        Instant at,
        String type,
        String text,
        @Nullable String state,
        @Nullable Double progress,
        @Nullable String name,
        @Nullable Long step,
        @Nullable Double value) {

    static EventView of(JobEvent event) {
        return switch (event) {
            case JobEvent.StateChanged changed ->
                view(event, "state", changed.reason(), changed.state().name(), null, null);
            case JobEvent.Phase phase -> view(event, "phase", phase.text(), null, null, null);
            case JobEvent.LogLine line -> view(event, "log", line.text(), null, null, null);
            case JobEvent.Progressed progressed ->
                view(event, "progress", progressed.activity(), null, progressed.fraction(), null);
            case JobEvent.MetricPoint point -> view(event, "metric", "", null, null, point);
        };
    }

    private static EventView view(
            JobEvent event,
            String type,
            String text,
            @Nullable String state,
            @Nullable Double progress,
            JobEvent.@Nullable MetricPoint point) {
        return new EventView(
                event.seq(),
                event.attempt(),
                event.at(),
                type,
                text,
                state,
                progress,
                point == null ? null : point.name(),
                point == null ? null : point.step(),
                point == null ? null : point.value());
    }
}
