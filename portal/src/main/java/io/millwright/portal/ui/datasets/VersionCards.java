package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Download;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.portal.ui.jobs.JobsNavigation;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Facts;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.models.ModelsNavigation;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** The cards at the end of a table's page: versions, lineage, uses, technical facts. */
@SpringComponent
final class VersionCards {

    private final Datasets datasets;
    private final Models models;

    VersionCards(Datasets datasets, Models models) {
        this.datasets = datasets;
        this.models = models;
    }

    Card versions(Caller caller, DatasetVersion shown) {
        var facts = new Facts();
        datasets.versions(caller, shown.dataset())
                .forEach(version -> facts.fact(
                        tr("model.version", version.number()),
                        version.number() == shown.number()
                                ? El.strong(tr("dataset.version.this", count(version)))
                                : El.link(
                                        DatasetsNavigation.version(
                                                caller.tenant(),
                                                version.dataset().value(),
                                                version.number()),
                                        count(version)),
                        El.text(" · " + Formats.when(version.createdAt()) + " · " + version.createdBy())));
        return new Card(tr("dataset.versions"), facts);
    }

    private static String count(DatasetVersion version) {
        return tr("dataset.count." + version.kind().name(), Formats.count(version.rows()));
    }

    Card uses(TenantId tenant, List<ModelVersion> trained) {
        var card = new Card(tr("dataset.uses"));
        if (trained.isEmpty()) {
            card.add(El.p("mw-muted", tr("dataset.uses.none")));
        }
        trained.stream()
                .limit(8)
                .forEach(version -> card.add(El.div(
                        "mw-row mw-between",
                        El.link(
                                ModelsNavigation.version(tenant, version.model(), version.number()),
                                tr("model.titled", version.modelName(), version.number())),
                        El.span("mw-faint", Formats.when(version.createdAt())))));
        return card;
    }

    Card lineage(Caller caller, DatasetVersion version) {
        var tenant = caller.tenant();
        var lineage = version.lineage();
        var facts = new Facts()
                .fact(tr("dataset.from"), tr("lineage.what." + lineage.kind().name()));
        var source = lineage.sourceVersion();
        if (source != null) {
            var scored = datasets.version(caller, source);
            facts.fact(
                    tr("lineage.source"),
                    El.link(
                            DatasetsNavigation.version(tenant, scored.dataset().value(), scored.number()),
                            tr("dataset.titled", scored.datasetName(), scored.number())));
        }
        var model = lineage.modelVersion();
        if (model != null) {
            var scorer = models.version(caller, model);
            facts.fact(
                    tr("lineage.model"),
                    El.link(
                            ModelsNavigation.version(tenant, scorer.model(), scorer.number()),
                            tr("model.titled", scorer.modelName(), scorer.number())));
        }
        var job = lineage.job();
        if (job != null) {
            facts.fact(tr("model.from.job"), El.link(JobsNavigation.job(tenant, job), tr("model.from.job.open")));
        }
        return new Card(
                tr("model.lineage"),
                facts.fact(tr("dataset.brought"), version.createdBy() + ", " + Formats.full(version.createdAt())));
    }

    Card technical(Supplier<Caller> caller, DatasetVersion version) {
        var format = version.format();
        var facts = new Facts()
                .fact(tr("dataset.file"), version.filename())
                .fact(tr("dataset.format"), tr("format." + format.kind().name()));
        if (!format.encoding().isBlank()) {
            facts.fact(tr("dataset.encoding"), format.encoding());
        }
        if (!format.delimiter().isBlank()) {
            facts.technical(tr("dataset.delimiter"), format.delimiter().equals("\t") ? "tab" : format.delimiter());
        }
        facts.fact(
                        tr("dataset.downloads"),
                        El.span(
                                "mw-row",
                                download(
                                        tr("dataset.download.given"),
                                        () -> datasets.openGiven(caller.get(), version.id())),
                                download(
                                        tr("dataset.download.parquet"),
                                        () -> datasets.openParquet(caller.get(), version.id()))))
                .technical(tr("dataset.digest"), version.given().digest());
        return new Card(tr("dataset.technical"), facts);
    }

    /** The file as given, as a button. */
    Anchor asGiven(Supplier<Caller> caller, DatasetVersion version) {
        return El.classed(
                download(tr("dataset.downloads"), () -> datasets.openGiven(caller.get(), version.id())), "mw-button");
    }

    private interface Opening {
        Download open() throws IOException;
    }

    private static Anchor download(String title, Opening opening) {
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    var download = opening.open();
                    return new DownloadResponse(
                            download.bytes(), download.filename(), download.mediaType(), download.size());
                }),
                title);
    }
}
