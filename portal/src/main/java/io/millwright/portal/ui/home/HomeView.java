package io.millwright.portal.ui.home;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.broker.Job;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobState;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.ModelVersion;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.datasets.DatasetsNavigation;
import io.millwright.portal.ui.jobs.JobSigns;
import io.millwright.portal.ui.jobs.JobsNavigation;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Live;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.models.ModelsNavigation;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;

/** Where a member arrives: what needs them, what runs, what came out. */
@Route(value = "", layout = TenantLayout.class)
@PermitAll
class HomeView extends TenantPage {

    private final JobFeed feed;
    private final Situations situations;

    HomeView(SignedIn signedIn, JobFeed feed, Situations situations) {
        super(signedIn);
        this.feed = feed;
        this.situations = situations;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.home"));
        var content = El.div("mw-stack");
        add(content);
        fill(content);
        Live.follow(content, feed, caller(), null, kind -> fill(content));
    }

    private void fill(Component content) {
        var stack = (com.vaadin.flow.component.html.Div) content;
        var now = situations.of(caller());
        stack.removeAll();
        stack.add(head(now));
        var main = El.div("mw-stack");
        if (!now.awaiting().isEmpty()) {
            main.add(awaiting(now.awaiting()));
        }
        if (!now.path().complete()) {
            main.add(new Checklist(caller(), now.path()));
        }
        if (!now.models().isEmpty()) {
            main.add(models(now.models()));
        }
        if (main.getComponentCount() == 0) {
            main.add(new Checklist(caller(), now.path()));
        }
        stack.add(El.div("mw-side", main, El.div("mw-stack", running(now.active()), lately(now.ended()))));
    }

    private Head head(Situation now) {
        var head = new Head(answer(now)).lede(sentence(now));
        if (caller().has(Role.ENGINEER)) {
            head.act(Head.plain(tr("datasets.bring"), () -> go(DatasetsNavigation.bring(tenant()))));
            if (now.path().installed()) {
                head.act(Head.primary(tr("projects.new"), () -> go(ProjectsNavigation.begin(tenant()))));
            }
        }
        return head;
    }

    private static String answer(Situation now) {
        if (!now.path().begun()) {
            return tr("home.welcome", now.tenant());
        }
        if (!now.awaiting().isEmpty()) {
            return tr("home.decide", now.awaiting().size());
        }
        var failed = now.ended().stream()
                .filter(job -> job.state() == JobState.FAILED)
                .count();
        if (!now.active().isEmpty()) {
            return tr("home.running", now.active().size(), now.models().size());
        }
        return failed > 0 && now.ended().getFirst().state() == JobState.FAILED
                ? tr("home.failed", now.ended().getFirst().projectName())
                : tr("home.quiet", now.models().size());
    }

    private static String sentence(Situation now) {
        return now.path().begun()
                ? now.models().isEmpty() ? tr("home.lede.begun") : now.headline()
                : tr("home.lede.new");
    }

    private Card awaiting(List<ModelVersion> versions) {
        var table = new DataTable<ModelVersion>(tr("home.awaiting"));
        table.column(tr("model"), this::named);
        table.text(tr("home.finding"), situations::headline);
        table.text(
                        tr("home.submitted"),
                        version -> tr(
                                "home.submitted.by",
                                Objects.requireNonNull(version.submittedBy()),
                                Formats.when(Objects.requireNonNull(version.submittedAt()))))
                .right();
        table.rows(versions);
        return new Card(tr("home.awaiting"), table);
    }

    private Card models(List<Model> models) {
        var table = new DataTable<Model>(tr("home.models"));
        table.column(tr("model"), model -> named(model.latest()));
        table.text(tr("home.finding"), model -> situations.headline(model.latest()));
        table.text(tr("home.when"), model -> Formats.when(model.latest().createdAt()))
                .right();
        table.rows(models);
        return new Card(tr("home.models"), table).aside(El.link(ModelsNavigation.list(tenant()), tr("home.all")));
    }

    private Component named(ModelVersion version) {
        return El.span(
                "",
                El.mainLink(ModelsNavigation.version(tenant(), version.model(), version.number()), version.modelName()),
                El.classed(El.small(tr("model.version", version.number())), "mw-whole"));
    }

    private Card running(List<Job> jobs) {
        var card = new Card(tr("home.now"));
        if (jobs.isEmpty()) {
            card.add(El.p("mw-muted", tr("home.now.none")));
        }
        for (var job : jobs) {
            var title = El.link(JobsNavigation.job(tenant(), job.id()), JobSigns.title(job));
            var right = job.state() == JobState.RUNNING ? El.span("mw-muted", JobSigns.left(job)) : JobSigns.chip(job);
            card.add(El.div("mw-stack mw-tight", El.div("mw-row mw-between", title, right)));
            if (job.state().isActive()) {
                card.add(JobSigns.bar(job));
            }
        }
        return card;
    }

    private Card lately(List<Job> jobs) {
        var card = new Card(tr("home.lately")).aside(El.link(JobsNavigation.list(tenant()), tr("home.all")));
        if (jobs.isEmpty()) {
            card.add(El.p("mw-muted", tr("home.lately.none")));
        }
        jobs.forEach(job -> card.add(El.div(
                "mw-row mw-between",
                El.link(JobsNavigation.job(tenant(), job.id()), JobSigns.title(job)),
                El.span("mw-row", JobSigns.chip(job), El.span("mw-faint", Formats.when(job.submittedAt()))))));
        return card;
    }
}
