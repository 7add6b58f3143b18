package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.broker.Jobs;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.models.Models;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Tile;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.models.ScoringReport;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;

/** One version of a table: what it looks like, where it comes from, who learnt from it. */
@Route(value = "datasets/:dataset/:version", layout = TenantLayout.class)
@PermitAll
class DatasetVersionView extends TenantPage {

    private final Datasets datasets;
    private final Models models;
    private final Jobs jobs;
    private final VersionCards cards;

    DatasetVersionView(SignedIn signedIn, Datasets datasets, Models models, Jobs jobs, VersionCards cards) {
        super(signedIn);
        this.datasets = datasets;
        this.models = models;
        this.jobs = jobs;
        this.cards = cards;
    }

    @Override
    protected void show(Visit visit) {
        var version = datasets.version(caller(), new DatasetId(visit.id("dataset")), visit.number("version"));
        var profile = datasets.profile(caller(), version.id());
        name(
                tr("dataset.titled", version.datasetName(), version.number()),
                new Crumb(tr("nav.datasets"), DatasetsNavigation.list(tenant())));
        add(head(version, profile));
        version.format().notes().forEach(note -> add(new Note(Tone.PLAIN, note)));
        add(tiles(version, profile));
        var rows = new RowsCard(version, profile.sample(), (order, offset, limit) -> datasets.rows(
                        caller(), version.id(), order, offset, limit)
                .rows());
        var series = profile.series();
        // A result is drawn by the report of its scoring.
        if (series != null && version.lineage().kind() != Lineage.Kind.SCORED) {
            add(new SeriesCard(series));
        }
        if (version.kind() == DatasetKind.IMAGES) {
            add(new GalleryCard(this::caller, version, profile, datasets), new ClassesCard(profile));
        }
        // Who opens a scored table wants to know what to look at first; of other tables, what is in them.
        if (version.lineage().kind() == Lineage.Kind.SCORED) {
            var job = version.lineage().job();
            if (job != null) {
                ScoringReport.of(jobs, this::caller, job).ifPresent(this::add);
            }
            add(rows, new ColumnsCard(profile));
        } else {
            add(new ColumnsCard(profile), rows);
        }
        var trained = models.trainedOn(caller(), version.dataset());
        add(El.div(
                "mw-even",
                El.div("mw-stack", cards.versions(caller(), version), cards.uses(tenant(), trained)),
                El.div("mw-stack", cards.lineage(caller(), version), cards.technical(this::caller, version))));
    }

    private Head head(DatasetVersion version, Profile profile) {
        var incomplete = profile.columns().stream()
                .filter(column -> column.missing() > 0)
                .count();
        var head = new Head(version.datasetName())
                .lede(tr(
                        "dataset.lede." + version.kind().name(),
                        Formats.count(version.rows()),
                        version.columns().size(),
                        incomplete))
                .chip(
                        DatasetsView.origin(version.lineage()),
                        El.span("mw-chip", tr("model.version", version.number())));
        if (caller().has(Role.ENGINEER)) {
            head.act(Head.plain(tr("dataset.delete"), () -> delete(version)));
        }
        // A result is taken along, and neither learnt from nor brought anew.
        if (version.lineage().kind() == Lineage.Kind.SCORED) {
            head.act(cards.asGiven(this::caller, version));
        } else if (caller().has(Role.ENGINEER)) {
            var id = version.dataset().value();
            head.act(
                    Head.plain(tr("dataset.bring"), () -> go(DatasetsNavigation.bring(tenant()) + "?dataset=" + id)),
                    Head.primary(tr("dataset.train"), () -> go(ProjectsNavigation.list(tenant()) + "?dataset=" + id)));
        }
        return head;
    }

    private void delete(DatasetVersion version) {
        Ask.typed(
                tr("dataset.delete.title", version.datasetName()),
                tr("dataset.delete.what"),
                version.datasetName(),
                tr("dataset.delete"),
                reason -> {
                    datasets.delete(caller(), version.dataset(), reason);
                    Notices.done(tr("dataset.deleted", version.datasetName()));
                    go(DatasetsNavigation.list(tenant()));
                });
    }

    private static Component tiles(DatasetVersion version, Profile profile) {
        var cells = Math.max(1.0, (double) profile.rows() * profile.columns().size());
        var missing = profile.columns().stream()
                .mapToLong(Profile.ColumnProfile::missing)
                .sum();
        var count = new Tile(
                Formats.count(version.rows()),
                tr("dataset.rows." + version.kind().name()));
        // Of images and weights, the columns are what we found out about them.
        if (version.kind() != DatasetKind.TABLE) {
            return El.div(
                    "mw-tiles", count, new Tile(Formats.size(version.given().size()), tr("dataset.size.whole")));
        }
        return El.div(
                "mw-tiles",
                count,
                new Tile("" + version.columns().size(), tr("dataset.columns")),
                new Tile(
                                missing == 0 ? tr("dataset.missing.none") : Formats.percent(missing / cells),
                                tr("dataset.missing"))
                        .explained(tr("dataset.missing.what")),
                new Tile(
                        Formats.size(version.given().size()),
                        tr("dataset.size.given", Formats.size(version.parquet().size()))));
    }
}
