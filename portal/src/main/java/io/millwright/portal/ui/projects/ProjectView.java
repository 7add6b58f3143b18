package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.millwright.broker.Job;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobKind;
import io.millwright.broker.Jobs;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.plugins.host.Projects;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.jobs.JobSigns;
import io.millwright.portal.ui.jobs.JobsNavigation;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Live;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.models.ModelsNavigation;
import io.millwright.portal.ui.models.ReportData;
import io.millwright.portal.ui.models.ScoreDialog;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One project: what its newest model found, the form to train, and its runs with their figures. */
@Route(value = "projects/:project", layout = TenantLayout.class)
@PermitAll
class ProjectView extends TenantPage {

    private static final int RUNS = 30;

    private final Projects projects;
    private final Installations installations;
    private final Models models;
    private final Jobs jobs;
    private final JobFeed feed;
    private final ProjectJobs work;
    private final TrainForms forms;
    private final ScoreDialog scoring;

    ProjectView(
            SignedIn signedIn,
            Projects projects,
            Installations installations,
            Models models,
            Jobs jobs,
            JobFeed feed,
            ProjectJobs work,
            TrainForms forms,
            ScoreDialog scoring) {
        super(signedIn);
        this.projects = projects;
        this.installations = installations;
        this.models = models;
        this.jobs = jobs;
        this.feed = feed;
        this.work = work;
        this.forms = forms;
        this.scoring = scoring;
    }

    @Override
    protected void show(Visit visit) {
        var project = projects.get(caller(), visit.id("project"));
        var installation = installations.get(caller(), project.installation());
        var model = models.ofProject(caller(), project.id());
        name(project.name(), new Crumb(tr("nav.projects"), ProjectsNavigation.list(tenant())));
        add(head(project, installation, model));
        if (caller().has(Role.ENGINEER) && project.state() == Project.State.ACTIVE) {
            add(training(visit, project, installation));
        }
        var runs = new Div();
        add(runs);
        fill(runs, project);
        Live.follow(runs, feed, caller(), null, kind -> {
            if (kind != JobFeed.Kind.EVENTS) {
                fill(runs, project);
            }
        });
    }

    /** The form; as long as it lacks data, each job that ends may have brought them, such as a sample. */
    private Div training(Visit visit, Project project, Installation installation) {
        Supplier<TrainForm> made = () -> forms.form(this::caller, project, installation, begin(visit), this::open);
        var first = made.get();
        var place = new Div(first);
        var lacksData = new AtomicBoolean(first.lacksData());
        Live.follow(place, feed, caller(), null, kind -> {
            if (kind != JobFeed.Kind.EVENTS && lacksData.get()) {
                var form = made.get();
                lacksData.set(form.lacksData());
                place.removeAll();
                place.add(form);
            }
        });
        return place;
    }

    private static TrainForms.Begin begin(Visit visit) {
        return new TrainForms.Begin(visit.query("dataset"), visit.query("like"));
    }

    private void open(UUID job) {
        go(JobsNavigation.job(tenant(), job));
    }

    private Head head(Project project, Installation installation, Optional<Model> model) {
        var template = installation.descriptor();
        var head = new Head(project.name())
                .chip(El.span("mw-chip", template.name() + " " + template.version()))
                .lede(model.map(found -> ReportData.of(found.latest()).headline())
                        .filter(finding -> !finding.isBlank())
                        .orElse(template.summary()));
        if (!caller().has(Role.ENGINEER) || project.state() != Project.State.ACTIVE) {
            return head;
        }
        head.act(Head.plain(
                tr("project.archive"),
                () -> Ask.confirm(
                        tr("project.archive.title", project.name()),
                        tr("project.archive.what"),
                        tr("project.archive"),
                        () -> {
                            projects.archive(caller(), project.id());
                            Notices.done(tr("project.archived", project.name()));
                            go(ProjectsNavigation.list(tenant()));
                        })));
        model.ifPresent(found -> head.act(
                Head.plain(tr("model.score"), () -> scoring.open(this::caller, found.latest(), this::open)),
                Head.plain(
                        tr("project.model"),
                        () -> go(ModelsNavigation.version(
                                tenant(), found.id(), found.latest().number())))));
        if (installation.hasSample()) {
            head.act(Head.plain(tr("project.sample"), () -> open(work.generateSample(caller(), project.id(), null))));
        }
        return head;
    }

    private void fill(Div runs, Project project) {
        // Looks at data belong to the form above, which starts one for each choice.
        var found = jobs.list(caller(), JobFilter.ofProject(project.id()), null, RUNS).items().stream()
                .filter(job -> job.kind() != JobKind.INSPECT)
                .toList();
        runs.removeAll();
        if (found.isEmpty()) {
            return;
        }
        var metrics = found.stream()
                .flatMap(job -> models.ofJob(caller(), job.id()).stream())
                .findFirst()
                .map(version ->
                        ReportData.of(version).metrics().stream().limit(3).toList())
                .orElse(java.util.List.of());
        var table = new DataTable<Job>(tr("project.runs"));
        table.column(
                tr("project.run"),
                job -> El.span(
                        "",
                        El.mainLink(
                                JobsNavigation.job(tenant(), job.id()),
                                job.kind().title()),
                        El.small(Formats.when(job.submittedAt()) + " · " + job.submittedBy())));
        table.column(
                tr("jobs.state"),
                job -> El.div(
                        "mw-stack mw-tight",
                        El.div("", JobSigns.chip(job)),
                        job.state().isActive() ? JobSigns.bar(job) : El.text("")));
        table.column(
                tr("model"),
                job -> job.kind() != JobKind.TRAIN
                        ? El.text("")
                        : models.ofJob(caller(), job.id())
                                .<com.vaadin.flow.component.Component>map(version -> El.link(
                                        ModelsNavigation.version(tenant(), version.model(), version.number()),
                                        tr("model.version", version.number())))
                                .orElse(El.text("")));
        metrics.forEach(metric -> table.text(
                        metric.title(),
                        job -> job.kind() != JobKind.TRAIN
                                ? ""
                                : models.ofJob(caller(), job.id())
                                        .map(version -> version.metrics().get(metric.name()))
                                        .map(value -> Formats.figure(value, metric.unit()))
                                        .orElse(""))
                .right());
        table.text(tr("jobs.took"), JobSigns::took).right();
        table.rows(found);
        runs.add(new Card(tr("project.runs"), table));
    }
}
