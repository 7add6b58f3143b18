package io.millwright.portal.ui.jobs;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt;
import io.millwright.broker.JobState;
import io.millwright.portal.ui.datasets.DatasetsNavigation;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Facts;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Steps;
import io.millwright.portal.ui.kit.Steps.Progress;
import io.millwright.portal.ui.models.ModelsNavigation;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.tenancy.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parts of a job's page that are told from the job alone. */
@SpringComponent
final class JobParts {

    private static final int NODE = 12;

    /** The stations: queued, starting, running, result. */
    Component steps(Job job) {
        var last = job.attempts().isEmpty() ? null : job.attempts().getLast();
        var admitted = last == null ? null : last.admittedAt();
        var started = last == null ? null : last.startedAt();
        var state = job.state();
        var ended = job.finishedAt();
        var waits = state == JobState.QUEUED || state == JobState.PREEMPTED;
        var steps = new Steps();
        steps.step(
                admitted == null && !waits ? Progress.BAD : waits ? Progress.NOW : Progress.DONE,
                tr("step.queued"),
                Formats.clock(job.submittedAt()) + between(job.submittedAt(), admitted == null ? ended : admitted));
        var starting = state == JobState.ADMITTED || state == JobState.STARTING;
        steps.step(
                waits || admitted == null
                        ? Progress.AHEAD
                        : starting ? Progress.NOW : started == null ? Progress.BAD : Progress.DONE,
                tr("step.starting"),
                waits || admitted == null ? "" : Formats.clock(admitted) + between(admitted, started));
        steps.step(
                started == null || waits
                        ? Progress.AHEAD
                        : state == JobState.RUNNING
                                ? Progress.NOW
                                : state == JobState.SUCCEEDED ? Progress.DONE : Progress.BAD,
                tr("step.running"),
                started == null || waits ? "" : Formats.clock(started) + between(started, ended));
        steps.step(
                state == JobState.SUCCEEDED ? Progress.DONE : Progress.AHEAD,
                result(job),
                state == JobState.SUCCEEDED && ended != null ? Formats.clock(ended) : "");
        return steps;
    }

    private static String result(Job job) {
        if (job.state() == JobState.FAILED || job.state() == JobState.CANCELLED) {
            return job.state().title();
        }
        return tr("step.result." + job.kind().name());
    }

    private static String between(Instant from, @Nullable Instant to) {
        return to == null ? "" : " · " + Formats.duration(Duration.between(from, to));
    }

    Component attempts(Job job) {
        var table = new DataTable<JobAttempt>(tr("job.attempts"));
        table.text(tr("job.attempt"), attempt -> "" + attempt.number()).fit();
        table.column(tr("job.where"), JobParts::where);
        table.text(tr("job.from"), attempt -> {
            var ended = attempt.endedAt();
            return Formats.clock(attempt.admittedAt()) + " – " + (ended == null ? "" : Formats.clock(ended));
        });
        table.column(tr("job.ended"), attempt -> El.span("mw-row", outcome(attempt), El.text(attempt.reason())));
        table.text(
                        tr("job.memory"),
                        attempt -> attempt.peakMemoryBytes() == 0 ? "–" : Formats.memory(attempt.peakMemoryBytes()))
                .right();
        table.column(tr("job.sandbox"), attempt -> El.span("mw-faint", attempt.sandbox()));
        table.rows(job.attempts().reversed());
        return new Card(tr("job.attempts"), table);
    }

    /** Nodes of Ray have names of 56 letters; the first dozen tell them apart. */
    private static Component where(JobAttempt attempt) {
        var node = attempt.node();
        var shown = El.span("", attempt.backend() + (node.isBlank() ? "" : " · " + shortened(node)));
        shown.getElement().setAttribute("title", node);
        return shown;
    }

    private static String shortened(String node) {
        return node.length() <= NODE ? node : node.substring(0, NODE) + "…";
    }

    private static Chip outcome(JobAttempt attempt) {
        var tone =
                switch (attempt.outcome()) {
                    case ACTIVE -> Tone.ACCENT;
                    case SUCCEEDED -> Tone.GOOD;
                    case FAILED -> Tone.BAD;
                    case CANCELLED -> Tone.PLAIN;
                    case LOST, PREEMPTED -> Tone.WARN;
                };
        return new Chip(tone, tr("outcome." + attempt.outcome().name()));
    }

    Component facts(Caller caller, Job job, OptionTitles options) {
        var tenant = caller.tenant();
        var what = new Facts()
                .fact(tr("job.project"), El.link(ProjectsNavigation.project(tenant, job.project()), job.projectName()));
        var data = job.dataset();
        if (data != null) {
            what.fact(
                    tr("job.dataset"),
                    El.link(
                            DatasetsNavigation.version(tenant, data.id(), data.version()),
                            tr("job.dataset.open", data.version())));
        }
        var model = job.model();
        if (model != null) {
            what.fact(
                    tr("job.with"),
                    El.link(
                            ModelsNavigation.version(tenant, model.id(), model.version()),
                            tr("model.version", model.version())));
        }
        what.fact(tr("job.template"), job.template().id() + " " + job.template().version());
        what.fact(tr("job.by"), job.submittedBy() + ", " + Formats.full(job.submittedAt()));
        what.technical(tr("job.id"), job.id().toString());
        var how = new Facts()
                .fact(
                        tr("job.resources"),
                        tr(
                                "job.resources.what",
                                job.resources().cpus(),
                                job.resources().gpus(),
                                Formats.memory(job.resources().memoryBytes())))
                .fact(tr("job.limit"), Formats.duration(job.resources().limit()))
                .fact(tr("job.priority"), tr("priority." + job.priority().name()))
                .fact(tr("job.cost"), JobSigns.cost(job))
                .technical(tr("model.seed"), Long.toString(job.seed()));
        options.tell(job.options(), how::technical);
        return El.div("mw-even", new Card(tr("job.what"), what), new Card(tr("job.how"), how));
    }
}
