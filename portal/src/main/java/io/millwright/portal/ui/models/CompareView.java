package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.MillwrightException;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Versions of a model side by side: figures, what was different, and the pictures over or beside each other. */
@Route(value = "models/:model/compare", layout = TenantLayout.class)
@PermitAll
class CompareView extends TenantPage {

    private static final int MOST = 10;

    private final Models models;
    private final VersionParts parts;

    CompareView(SignedIn signedIn, Models models, VersionParts parts) {
        super(signedIn);
        this.models = models;
        this.parts = parts;
    }

    @Override
    protected void show(Visit visit) {
        var model = models.get(caller(), visit.id("model"));
        var numbers = numbers(visit);
        var versions = numbers.stream()
                .map(number -> models.version(caller(), model.id(), number))
                .toList();
        var comparison =
                models.compare(caller(), versions.stream().map(ModelVersion::id).toList());
        var old = versions.getFirst();
        var now = versions.getLast();
        name(
                tr("compare.name"),
                new Crumb(tr("nav.models"), ModelsNavigation.list(tenant())),
                new Crumb(model.name(), ModelsNavigation.version(tenant(), model.id(), now.number())));
        var report = ReportData.of(now);
        add(new Head(answer(report, old, now)).lede(report.headline()));
        add(choice(models.versions(caller(), model.id()), numbers));
        add(El.div(
                versions.size() == 2 ? "mw-even" : "mw-stack",
                figures(report, versions),
                different(comparison.differing(), versions)));
        var charts = new LinkedHashMap<ModelVersion, List<JsonNode>>();
        versions.forEach(version -> charts.put(
                version, ReportData.of(models.report(caller(), version.id())).charts()));
        add(new ComparedCharts(charts, (version, at) -> parts.chart(this::caller, version, at)).shown());
    }

    /** Two as {@code a} and {@code b}, or several as {@code v}, the oldest first. */
    private static SortedSet<Integer> numbers(Visit visit) {
        var several = visit.query("v");
        var asked = several.isBlank() ? visit.query("a") + "," + visit.query("b") : several;
        try {
            var numbers = new TreeSet<Integer>();
            Arrays.stream(asked.split(",")).map(Integer::parseInt).forEach(numbers::add);
            return numbers;
        } catch (NumberFormatException none) {
            throw MillwrightException.missing("model version", asked);
        }
    }

    /** All versions; a press takes one in or leaves it out. */
    private Component choice(List<ModelVersion> all, SortedSet<Integer> chosen) {
        var row = El.div("mw-row");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", tr("compare.versions"));
        row.add(El.span("mw-muted", tr("compare.versions")));
        all.stream().map(ModelVersion::number).sorted().forEach(number -> {
            var in = chosen.contains(number);
            var then = new TreeSet<>(chosen);
            if (in) {
                then.remove(number);
            } else {
                then.add(number);
            }
            var words = tr("model.version", number);
            if (then.size() < 2 || then.size() > MOST) {
                row.add(El.span(in ? "mw-chip accent" : "mw-chip", words));
                return;
            }
            var link = El.link(ModelsNavigation.compare(tenant(), all.getFirst().model(), then), words);
            link.addClassNames("mw-chip", in ? "accent" : "choice");
            link.getElement().setAttribute("aria-label", tr(in ? "compare.leave" : "compare.take", number));
            row.add(link);
        });
        return row;
    }

    private static String answer(ReportData report, ModelVersion old, ModelVersion now) {
        for (var metric : report.metrics()) {
            var was = old.metrics().get(metric.name());
            if (was != null) {
                var key = metric.improves(metric.value() - was)
                        .map(better -> better ? "compare.better" : "compare.worse")
                        .orElse("compare.same");
                return tr(key, now.number(), old.number(), metric.title());
            }
        }
        return tr("compare.title", now.number(), old.number());
    }

    private static Component figures(ReportData report, List<ModelVersion> versions) {
        var old = versions.getFirst();
        var table = new DataTable<ReportData.Metric>(tr("compare.figures"));
        table.text(tr("compare.figure"), ReportData.Metric::title);
        versions.forEach(version -> table.column(
                        tr("model.version", version.number()), metric -> figure(metric, version, versions))
                .right());
        table.column(tr("compare.change"), metric -> {
                    var was = old.metrics().get(metric.name());
                    return was == null ? El.text("") : ModelSigns.change(metric, was);
                })
                .right();
        table.rows(report.metrics());
        return new Card(tr("compare.figures"), table);
    }

    /** The best of several stands out. */
    private static Component figure(ReportData.Metric metric, ModelVersion version, List<ModelVersion> all) {
        var value = version.metrics().get(metric.name());
        if (value == null) {
            return El.text("–");
        }
        var words = Formats.figure(value, metric.unit());
        var best = all.stream()
                .map(one -> one.metrics().get(metric.name()))
                .noneMatch(
                        other -> other != null && metric.improves(other - value).orElse(false));
        return best && all.size() > 2 && !metric.better().equals("NEITHER") ? El.strong(words) : El.text(words);
    }

    private static Component different(Map<String, List<String>> differing, List<ModelVersion> versions) {
        if (differing.isEmpty()) {
            return new Card(tr("compare.different"), El.p("mw-muted", tr("compare.different.none")));
        }
        var table = new DataTable<Map.Entry<String, List<String>>>(tr("compare.different"));
        table.column(tr("compare.what"), entry -> El.mono(entry.getKey()));
        for (int i = 0; i < versions.size(); i++) {
            var at = i;
            table.column(
                    tr("model.version", versions.get(i).number()),
                    entry -> El.mono(entry.getValue().get(at)));
        }
        table.rows(List.copyOf(differing.entrySet()));
        return new Card(tr("compare.different"), table);
    }
}
