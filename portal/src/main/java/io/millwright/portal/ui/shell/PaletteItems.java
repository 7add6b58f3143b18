package io.millwright.portal.ui.shell;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.broker.JobFilter;
import io.millwright.broker.Jobs;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.Projects;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Texts;
import io.millwright.portal.ui.shell.Navigation.Place;
import io.millwright.portal.ui.shell.Palette.Item;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Members.Membership;
import java.util.ArrayList;
import java.util.List;

/** What the palette offers: places, then the things of the tenant, newest first. */
@SpringComponent
final class PaletteItems {

    private static final int MOST = 100;

    private final Projects projects;
    private final Jobs jobs;
    private final Models models;
    private final Datasets datasets;
    private final Marketplace marketplace;

    PaletteItems(Projects projects, Jobs jobs, Models models, Datasets datasets, Marketplace marketplace) {
        this.projects = projects;
        this.jobs = jobs;
        this.models = models;
        this.datasets = datasets;
        this.marketplace = marketplace;
    }

    List<Item> of(Caller caller, List<Membership> memberships, List<Place> places) {
        var base = "/t/" + caller.tenant();
        var items = new ArrayList<>(places(memberships, places));
        items.add(new Item(Texts.tr("datasets.bring"), Texts.tr("palette.act"), base + "/datasets/bring"));
        items.add(new Item(Texts.tr("projects.new"), Texts.tr("palette.act"), base + "/projects/new"));
        projects.list(caller)
                .forEach(project -> items.add(
                        new Item(project.name(), Texts.tr("palette.project"), base + "/projects/" + project.id())));
        models.list(caller, null, MOST)
                .items()
                .forEach(model ->
                        items.add(new Item(model.name(), Texts.tr("palette.model"), base + "/models/" + model.id())));
        datasets.list(caller, null, MOST)
                .items()
                .forEach(dataset -> items.add(
                        new Item(dataset.name(), Texts.tr("palette.dataset"), base + "/datasets/" + dataset.id())));
        jobs.list(caller, JobFilter.ALL, null, 30)
                .items()
                .forEach(job -> items.add(new Item(
                        job.kind().title() + " · " + job.projectName(),
                        Texts.tr("palette.job", Formats.when(job.submittedAt())),
                        base + "/jobs/" + job.id())));
        marketplace
                .newest()
                .forEach(template -> items.add(new Item(
                        template.descriptor().name(),
                        Texts.tr("palette.template"),
                        base + "/marketplace/" + template.id())));
        return items;
    }

    List<Item> places(List<Membership> memberships, List<Place> places) {
        var items = new ArrayList<Item>();
        places.forEach(
                place -> items.add(new Item(Texts.tr(place.key()), Texts.tr("palette.page"), "/" + place.href())));
        memberships.forEach(membership -> items.add(
                new Item(membership.tenant().name(), Texts.tr("palette.tenant"), "/" + TenantLayout.href(membership))));
        return items;
    }
}
