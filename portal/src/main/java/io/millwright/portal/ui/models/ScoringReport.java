package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.millwright.broker.Jobs;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Note;
import io.millwright.tenancy.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a template says about the rows it scored, for the page of the scoring and that of its result: its finding, warnings,
 * figures, charts and remarks, in the order of the report.
 */
public final class ScoringReport extends Div {

    private ScoringReport(ReportData report, ReportCharts charts) {
        addClassName("mw-stack");
        if (!report.headline().isBlank()) {
            add(new Card(tr("scoring.report"), El.p(report.headline())));
        }
        report.notes().stream().filter(ReportData.Note::warning).forEach(note -> add(new Note(Tone.WARN, note.text())));
        var figures = new ReportFigures(report, Optional.empty());
        if (!report.metrics().isEmpty()) {
            add(figures.tiles());
        }
        var all = IntStream.range(0, report.charts().size()).boxed().toList();
        charts.cards(all).forEach(this::add);
        if (figures.more()) {
            add(figures.table());
        }
        figures.remarks(tr("scoring.remarks")).ifPresent(this::add);
    }

    /**
     * The report of a job; empty when there is none.
     *
     * @param caller who asks, again when a chart is fetched
     */
    public static Optional<Component> of(Jobs jobs, Supplier<Caller> caller, UUID job) {
        return jobs.report(caller.get(), job)
                .map(ReportData::of)
                .map(report -> new ScoringReport(
                        report, new ReportCharts(report.charts(), at -> chart(jobs, caller, job, at))));
    }

    private static DownloadHandler chart(Jobs jobs, Supplier<Caller> caller, UUID job, int at) {
        return event -> {
            var charts = jobs.report(caller.get(), job)
                    .map(json -> ReportData.of(json).charts())
                    .orElse(List.of());
            event.setContentType("application/json");
            event.getOutputStream().write(charts.get(at).toString().getBytes(StandardCharsets.UTF_8));
        };
    }
}
