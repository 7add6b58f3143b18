package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.jobs.JobsNavigation;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** One version of a model: its finding as the title, figures against the version before, then the evidence. */
@Route(value = "models/:model/:version", layout = TenantLayout.class)
@PermitAll
class ModelVersionView extends TenantPage {

    private final Models models;
    private final ProjectJobs work;
    private final VersionParts parts;
    private final ReviewStrip review;
    private final ScoreDialog scoring;

    ModelVersionView(
            SignedIn signedIn,
            Models models,
            ProjectJobs work,
            VersionParts parts,
            ReviewStrip review,
            ScoreDialog scoring) {
        super(signedIn);
        this.models = models;
        this.work = work;
        this.parts = parts;
        this.review = review;
        this.scoring = scoring;
    }

    @Override
    protected void show(Visit visit) {
        var version = models.version(caller(), visit.id("model"), visit.number("version"));
        var all = models.versions(caller(), version.model());
        var before =
                all.stream().filter(one -> one.number() == version.number() - 1).findFirst();
        var report = ReportData.of(models.report(caller(), version.id()));
        name(
                tr("model.version", version.number()),
                new Crumb(tr("nav.models"), ModelsNavigation.list(tenant())),
                new Crumb(
                        version.modelName(),
                        ModelsNavigation.version(
                                tenant(), version.model(), all.getFirst().number())));
        add(head(version, report));
        report.notes().forEach(note -> {
            if (note.warning()) {
                add(new Note(Tone.WARN, note.text()));
            }
        });
        var figures = new ReportFigures(report, before);
        add(figures.tiles());
        add(review.of(this::caller, version, () -> {
            removeAll();
            show(visit);
        }));
        var places = new LinkedHashMap<String, Supplier<Component>>();
        places.put("report", () -> parts.report(this::caller, version, report, figures));
        places.put("data", () -> parts.data(caller(), version));
        places.put("card", () -> parts.card(this::caller, version));
        places.put("history", () -> parts.history(tenant(), version, all));
        add(tabs(places, visit.query("tab")));
    }

    private Head head(ModelVersion version, ReportData report) {
        var finding = report.headline().isBlank()
                ? tr("model.titled", version.modelName(), version.number())
                : report.headline();
        var head = new Head(finding)
                .lede(
                        ModelSigns.stage(version.stage()),
                        El.text(" "),
                        El.strong(tr("model.titled", version.modelName(), version.number())),
                        El.text(". " + tr("model.made", Formats.when(version.createdAt()), version.createdBy())));
        var download = new Anchor(artifact(version), tr("model.download"));
        download.addClassName("mw-button");
        head.act(
                Head.plain(tr("model.print"), () -> UI.getCurrent().getPage().executeJs("window.millwrightPrint()")),
                download);
        if (caller().has(Role.ENGINEER)) {
            head.act(
                    Head.plain(
                            tr("job.change"),
                            () -> go(ProjectsNavigation.like(tenant(), version.project(), version.job()))),
                    Head.plain(
                            tr("model.again"),
                            () -> go(JobsNavigation.job(tenant(), work.trainAgain(caller(), version.job(), null)))),
                    Head.primary(
                            tr("model.score"),
                            () -> scoring.open(this::caller, version, job -> go(JobsNavigation.job(tenant(), job)))));
        }
        return head;
    }

    /** On the request's own thread, for the one who asks then. */
    private DownloadHandler artifact(ModelVersion version) {
        return event -> parts.artifact(caller(), version, event);
    }

    private Component tabs(Map<String, Supplier<Component>> places, String chosen) {
        var content = new Div();
        var tabs = new Tabs();
        var keys = List.copyOf(places.keySet());
        keys.forEach(key -> tabs.add(new Tab(tr("model.tab." + key))));
        Runnable show = () -> {
            content.removeAll();
            content.add(Objects.requireNonNull(places.get(keys.get(tabs.getSelectedIndex())))
                    .get());
        };
        tabs.setSelectedIndex(Math.max(0, keys.indexOf(chosen)));
        show.run();
        tabs.addSelectedChangeListener(change -> {
            var key = keys.get(tabs.getSelectedIndex());
            remember(Map.of("tab", key.equals("report") ? "" : key));
            show.run();
        });
        return El.div("mw-stack", tabs, content);
    }
}
