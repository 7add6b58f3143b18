package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.portal.ui.datasets.DatasetsNavigation;
import io.millwright.portal.ui.jobs.JobsNavigation;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Facts;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The parts of a model version's page below its figures. */
@SpringComponent
final class VersionParts {

    private final Models models;
    private final Datasets datasets;

    VersionParts(Models models, Datasets datasets) {
        this.models = models;
        this.datasets = datasets;
    }

    Component report(Supplier<Caller> caller, ModelVersion version, ReportData report, ReportFigures figures) {
        return new ReportSections(report, figures, at -> chart(caller, version, at)).shown();
    }

    /** Hands out one chart of a report, on the request's own thread, for the one who asks then. */
    DownloadHandler chart(Supplier<Caller> caller, ModelVersion version, int at) {
        return event -> {
            var charts =
                    ReportData.of(models.report(caller.get(), version.id())).charts();
            event.setContentType("application/json");
            event.getOutputStream().write(charts.get(at).toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    Component data(Caller caller, ModelVersion version) {
        var tenant = caller.tenant();
        var data = datasets.version(caller, version.datasetVersion());
        var from = new Facts()
                .fact(
                        tr("model.from.data"),
                        El.link(
                                DatasetsNavigation.version(
                                        tenant, data.dataset().value(), data.number()),
                                tr("dataset.titled", data.datasetName(), data.number())))
                .fact(tr("dataset.rows"), Formats.count(data.rows()))
                .fact(
                        tr("model.from.project"),
                        El.link(ProjectsNavigation.project(tenant, version.project()), version.modelName()))
                .fact(
                        tr("model.from.job"),
                        El.link(JobsNavigation.job(tenant, version.job()), tr("model.from.job.open")))
                .fact(
                        tr("model.from.template"),
                        version.template().id() + " " + version.template().version())
                .technical(tr("model.from.template.digest"), version.template().digest())
                .technical(tr("model.seed"), Long.toString(version.seed()))
                .technical(tr("model.digest"), version.digest());
        var options = new Facts();
        new TreeMap<>(version.options()).forEach((name, value) -> options.technical(name, value));
        var environment = new Facts();
        new TreeMap<>(version.environment()).forEach((name, value) -> environment.technical(name, value));
        var files = new Facts().ends();
        version.files()
                .forEach(file ->
                        files.technical(file.name(), Formats.size(file.object().size())));
        return El.div(
                "mw-even",
                new Card(tr("model.lineage"), from),
                new Card(tr("model.options"), options),
                new Card(tr("model.environment"), environment),
                new Card(tr("model.files"), files).aside(Formats.size(version.size())));
    }

    Component card(Supplier<Caller> caller, ModelVersion version) {
        return new Card(tr("model.tab.card"), new Markdown(models.card(caller.get(), version.id())))
                .aside(
                        file(tr("model.card.markdown"), event -> {
                            var card = models.card(caller.get(), version.id());
                            send(event, name(version, "card.md"), "text/markdown", card);
                        }),
                        El.text(" · "),
                        file(tr("model.card.json"), event -> {
                            var report = models.report(caller.get(), version.id());
                            send(event, name(version, "report.json"), "application/json", report);
                        }));
    }

    private static Component file(String title, DownloadHandler content) {
        return new Anchor(content, title);
    }

    private String name(ModelVersion version, String what) {
        return models.artifactFilename(version).replaceAll("\\.zip$", "-" + what);
    }

    private static void send(DownloadEvent event, String name, String type, String text) throws IOException {
        event.setFileName(name);
        event.setContentType(type);
        event.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    Component history(TenantId tenant, ModelVersion shown, List<ModelVersion> all) {
        var table = new DataTable<ModelVersion>(tr("model.tab.history"));
        table.mark(version -> version.number() == shown.number());
        table.column(
                        tr("model.number"),
                        version -> El.mainLink(
                                ModelsNavigation.version(tenant, version.model(), version.number()),
                                "" + version.number()))
                .fit();
        table.column(tr("models.stage"), version -> ModelSigns.stage(version.stage()))
                .fit();
        ReportData.of(shown).metrics().stream().limit(4).forEach(metric -> table.text(metric.title(), version -> {
                    var value = version.metrics().get(metric.name());
                    return value == null ? "–" : Formats.figure(value, metric.unit());
                })
                .right());
        table.column(
                tr("models.trained"),
                version -> El.span("", El.text(Formats.when(version.createdAt())), El.small(version.createdBy())));
        table.column(
                "",
                version -> version.number() == shown.number()
                        ? El.span("mw-faint", tr("model.shown"))
                        : El.link(
                                ModelsNavigation.compare(tenant, shown.model(), version.number(), shown.number()),
                                tr("model.compare")));
        table.rows(all);
        return Card.around(table);
    }

    /** Hands out the model's files, card and report as one zip, written as it is read: models can be large. */
    void artifact(Caller caller, ModelVersion version, DownloadEvent event) throws IOException {
        event.setFileName(models.artifactFilename(version));
        event.setContentType("application/zip");
        models.writeArtifact(caller, version.id(), event.getOutputStream());
    }
}
