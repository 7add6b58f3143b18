package io.millwright.portal.ui.jobs;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.millwright.broker.Job;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.datasets.DatasetsNavigation;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Live;
import io.millwright.portal.ui.kit.Note;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.models.ModelsNavigation;
import io.millwright.portal.ui.models.ScoringReport;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** One job, live: where it stands, why it waits, its curves and its log; afterwards what it made or why it failed. */
@Route(value = "jobs/:job", layout = TenantLayout.class)
@PermitAll
class JobView extends TenantPage {

    private final Jobs jobs;
    private final JobFeed feed;
    private final ProjectJobs work;
    private final Installations installations;
    private final JobParts parts;

    JobView(SignedIn signedIn, Jobs jobs, JobFeed feed, ProjectJobs work, Installations installations, JobParts parts) {
        super(signedIn);
        this.jobs = jobs;
        this.feed = feed;
        this.work = work;
        this.installations = installations;
        this.parts = parts;
    }

    @Override
    protected void show(Visit visit) {
        var id = visit.id("job");
        var job = jobs.get(caller(), id);
        name(JobSigns.title(job), new Crumb(tr("nav.jobs"), JobsNavigation.list(tenant())));
        var above = El.div("mw-stack");
        var below = El.div("mw-stack");
        var story = new JobStory(jobs, caller(), id, !job.state().isFinal());
        var trials = new TrialsCard();
        trials.show(jobs.trials(caller(), id));
        var report = El.div("mw-stack");
        add(above, report, trials, story, below);
        fill(above, below, job);
        report(report, job);
        Live.follow(above, feed, caller(), id, kind -> {
            var now = jobs.get(caller(), id);
            fill(above, below, now);
            report(report, now);
            trials.show(jobs.trials(caller(), id));
            story.refresh(now);
        });
    }

    private void fill(Div above, Div below, Job job) {
        above.removeAll();
        above.add(head(job));
        var waiting = job.waiting();
        if (waiting != null) {
            above.add(new Card(
                    tr("job.why"),
                    El.p(waiting.reason()),
                    El.p("mw-muted", waiting.sooner().isBlank() ? tr("job.sooner.none") : waiting.sooner())));
        }
        if (job.state() == JobState.FAILED) {
            above.add(new Note(Tone.BAD, job.reason(), El.p("mw-muted", job.remedy())));
        }
        above.add(parts.steps(job));
        if (job.state().isActive()) {
            above.add(El.div(
                    "mw-stack mw-tight",
                    JobSigns.bar(job),
                    El.div(
                            "mw-row mw-between",
                            El.span("mw-muted", job.activity()),
                            El.span("mw-muted", JobSigns.left(job)))));
        }
        below.removeAll();
        if (!job.attempts().isEmpty()) {
            below.add(parts.attempts(job));
        }
        below.add(parts.facts(caller(), job, titles(job)));
    }

    private OptionTitles titles(Job job) {
        return installations
                .find(caller(), job.template().id())
                .map(installation -> OptionTitles.of(installation.descriptor()))
                .orElse(OptionTitles.NONE);
    }

    /** Once, when the scoring has ended. */
    private void report(Div place, Job job) {
        if (place.getChildren().findAny().isEmpty()
                && job.kind() == JobKind.SCORE
                && job.state() == JobState.SUCCEEDED) {
            ScoringReport.of(jobs, this::caller, job.id()).ifPresent(place::add);
        }
    }

    private Head head(Job job) {
        var head = new Head(JobSigns.title(job)).lede(sentence(job)).chip(JobSigns.chip(job));
        if (!caller().has(Role.ENGINEER)) {
            return head;
        }
        if (!job.state().isFinal() && !job.cancelRequested()) {
            head.act(Head.plain(tr("job.cancel"), () -> cancel(job.id())));
        }
        if (job.kind() == JobKind.TRAIN) {
            head.act(
                    Head.plain(tr("job.change"), () -> go(ProjectsNavigation.like(tenant(), job.project(), job.id()))));
        }
        if (job.state().isFinal() && job.kind() == JobKind.TRAIN) {
            head.act(Head.plain(
                    tr("model.again"),
                    () -> go(JobsNavigation.job(tenant(), work.trainAgain(caller(), job.id(), null)))));
        }
        var result = job.result();
        if (result != null && result.model() != null) {
            var model = result.model();
            head.act(Head.primary(
                    tr("job.model", model.version()),
                    () -> go(ModelsNavigation.version(tenant(), model.id(), model.version()))));
        } else if (result != null && result.dataset() != null) {
            var data = result.dataset();
            head.act(Head.primary(
                    tr("job.data"), () -> go(DatasetsNavigation.version(tenant(), data.id(), data.version()))));
        }
        return head;
    }

    private Component sentence(Job job) {
        return El.text(
                switch (job.state()) {
                    case QUEUED, PREEMPTED -> job.reason().isBlank() ? tr("job.lede.waiting") : job.reason();
                    case ADMITTED, STARTING -> tr("job.lede.starting");
                    case RUNNING ->
                        JobSigns.left(job).isEmpty()
                                ? tr("job.lede.running", JobSigns.took(job))
                                : tr("job.lede.running.left", JobSigns.took(job), JobSigns.left(job));
                    case SUCCEEDED -> tr("job.lede.done", JobSigns.took(job), JobSigns.cost(job));
                    case FAILED ->
                        tr(
                                "job.lede.failed",
                                JobSigns.took(job).isEmpty() ? Formats.when(job.submittedAt()) : JobSigns.took(job));
                    case CANCELLED -> job.reason().isBlank() ? tr("job.lede.cancelled") : job.reason();
                });
    }

    private void cancel(UUID id) {
        Ask.reason(
                tr("job.cancel.title"),
                tr("job.cancel.what"),
                tr("job.cancel.act"),
                reason -> jobs.cancel(caller(), id, reason));
    }
}
