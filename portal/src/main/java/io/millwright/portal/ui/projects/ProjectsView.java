package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.broker.JobFilter;
import io.millwright.broker.Jobs;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.Projects;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.jobs.JobSigns;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.marketplace.MarketplaceNavigation;
import io.millwright.portal.ui.models.ModelsNavigation;
import io.millwright.portal.ui.models.ReportData;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;

/** The problems that a tenant works on. */
@Route(value = "projects", layout = TenantLayout.class)
@PermitAll
class ProjectsView extends TenantPage {

    private final Projects projects;
    private final Installations installations;
    private final Models models;
    private final Jobs jobs;

    ProjectsView(SignedIn signedIn, Projects projects, Installations installations, Models models, Jobs jobs) {
        super(signedIn);
        this.projects = projects;
        this.installations = installations;
        this.models = models;
        this.jobs = jobs;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.projects"));
        var all = projects.list(caller());
        var installed = !installations.list(caller()).isEmpty();
        var dataset = visit.query("dataset");
        var head = new Head(tr("projects.title", all.size()))
                .lede(tr(dataset.isBlank() ? "projects.lede" : "projects.lede.choose"));
        add(head);
        if (caller().has(Role.ENGINEER) && installed) {
            head.act(Head.primary(tr("projects.new"), () -> go(ProjectsNavigation.begin(tenant()) + passed(dataset))));
        }
        if (all.isEmpty()) {
            add(
                    installed
                            ? new Empty(tr("projects.none"), tr("projects.none.what"))
                            : new Empty(
                                    tr("projects.none"),
                                    tr("projects.none.install"),
                                    Head.primary(
                                            tr("installations.market"),
                                            () -> go(MarketplaceNavigation.list(tenant())))));
            return;
        }
        var table = new DataTable<Project>(tr("nav.projects"));
        table.column(
                        tr("project"),
                        project -> El.span(
                                "",
                                El.mainLink(
                                        ProjectsNavigation.project(tenant(), project.id()) + passed(dataset),
                                        project.name()),
                                El.small(template(project))))
                .sortable(Project::name);
        table.column(tr("home.finding"), this::finding);
        table.column(tr("projects.last"), this::lastJob);
        table.column(
                        tr("projects.begun"),
                        project ->
                                El.span("", El.text(Formats.when(project.createdAt())), El.small(project.createdBy())))
                .sortable(Project::createdAt);
        table.rows(all);
        add(Card.around(table));
    }

    private static String passed(String dataset) {
        return dataset.isBlank() ? "" : "?dataset=" + dataset;
    }

    private String template(Project project) {
        return installations
                .find(caller(), project.template())
                .map(Installation::descriptor)
                .map(template -> template.name() + " " + template.version())
                .orElse(project.template());
    }

    private Component finding(Project project) {
        return models.ofProject(caller(), project.id())
                .<Component>map(model -> El.span(
                        "",
                        El.text(ReportData.of(model.latest()).headline()),
                        El.small(""),
                        El.link(
                                ModelsNavigation.version(
                                        tenant(), model.id(), model.latest().number()),
                                tr("model.version", model.latest().number()))))
                .orElse(El.span("mw-faint", tr("projects.untrained")));
    }

    private Component lastJob(Project project) {
        return jobs.list(caller(), JobFilter.ofProject(project.id()), null, 1).items().stream()
                .findFirst()
                .<Component>map(job -> El.span(
                        "", JobSigns.chip(job), El.small(job.kind().title() + " · " + Formats.when(job.submittedAt()))))
                .orElse(El.span("mw-faint", "–"));
    }
}
