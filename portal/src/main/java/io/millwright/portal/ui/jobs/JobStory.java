package io.millwright.portal.ui.jobs;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import io.millwright.broker.Job;
import io.millwright.broker.JobEvent;
import io.millwright.broker.Jobs;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.LogPane;
import io.millwright.portal.ui.kit.LogPane.Line;
import io.millwright.tenancy.Caller;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;

/** What a job told while it ran: curves and log, appended as events come. Events are read by number, so none is lost or doubled. */
final class JobStory extends Div {

    private static final int STRETCH = 1_000;

    /** What the agent says when it fetches the state that an earlier attempt left. */
    private static final String RESUMING = "Fetching checkpoint";

    private final Jobs jobs;
    private final Caller caller;
    private final UUID job;
    private final LogPane log;
    private final Curves curves = new Curves();
    private final Div charts = El.div("mw-stack");
    private final Card card;
    private long seen;

    JobStory(Jobs jobs, Caller caller, UUID job, boolean live) {
        this.jobs = jobs;
        this.caller = caller;
        this.job = job;
        this.log = new LogPane(live);
        this.card = new Card(tr("log.label"), log);
        addClassName("mw-story");
        add(charts, card);
        card.setVisible(false);
        read();
    }

    void refresh(Job now) {
        log.live(!now.state().isFinal());
        read();
    }

    private void read() {
        var lines = new ArrayList<Line>();
        var moved = false;
        java.util.List<JobEvent> events;
        do {
            events = jobs.events(caller, job, seen, STRETCH);
            for (var event : events) {
                seen = Math.max(seen, event.seq());
                moved |= take(event, lines);
            }
        } while (events.size() == STRETCH);
        log.add(lines);
        card.setVisible(card.isVisible() || !lines.isEmpty());
        if (moved) {
            draw();
        }
    }

    /** Whether a curve grew. */
    private boolean take(JobEvent event, ArrayList<Line> lines) {
        switch (event) {
            case JobEvent.LogLine line -> lines.add(line(event, line.text(), tone(line.text())));
            case JobEvent.Phase phase -> lines.add(line(event, phase(phase.text()), "mark"));
            case JobEvent.StateChanged change -> lines.add(line(event, state(change), "mark"));
            case JobEvent.MetricPoint point -> {
                curves.add(point);
                return true;
            }
            case JobEvent.Progressed progress -> {
                // shown by the bar above, which reads the job itself
            }
        }
        return false;
    }

    private static Line line(JobEvent event, String text, String tone) {
        return new Line(Formats.clock(event.at()), text, tone);
    }

    /** The agent says what it does; what that means for the training is said here. */
    private static String phase(String text) {
        return text.equals(RESUMING) ? tr("job.resumes") : text;
    }

    private static String state(JobEvent.StateChanged change) {
        var title = change.state().title();
        return change.reason().isBlank() ? title : title + ": " + change.reason();
    }

    private static String tone(String text) {
        var start = text.length() > 12
                ? text.substring(0, 12).toUpperCase(java.util.Locale.ROOT)
                : text.toUpperCase(java.util.Locale.ROOT);
        return start.contains("ERROR") || start.contains("SEVERE") ? "error" : start.contains("WARN") ? "warn" : "";
    }

    private void draw() {
        var families = curves.families();
        if (charts.getComponentCount() != families.size()) {
            charts.removeAll();
            families.forEach((family, lines) ->
                    charts.add(new Card(capital(family), new ChartView(curves.chart(family, lines)))));
            setClassName("charted", true);
            return;
        }
        var at = 0;
        for (var family : families.entrySet()) {
            var card = (Card) charts.getComponentAt(at++);
            card.getChildren()
                    .filter(ChartView.class::isInstance)
                    .map(ChartView.class::cast)
                    .forEach(chart -> chart.show(curves.chart(family.getKey(), family.getValue())));
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
