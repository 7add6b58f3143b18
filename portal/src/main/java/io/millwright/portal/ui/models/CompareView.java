package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Json;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.MillwrightException;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two versions of a model side by side: figures, what was different, and the curves over each other. */
@Route(value = "models/:model/compare", layout = TenantLayout.class)
@PermitAll
class CompareView extends TenantPage {

    private final Models models;

    CompareView(SignedIn signedIn, Models models) {
        super(signedIn);
        this.models = models;
    }

    @Override
    protected void show(Visit visit) {
        var model = models.get(caller(), visit.id("model"));
        var old = models.version(caller(), model.id(), number(visit, "a"));
        var now = models.version(caller(), model.id(), number(visit, "b"));
        name(
                tr("compare.name"),
                new Crumb(tr("nav.models"), ModelsNavigation.list(tenant())),
                new Crumb(model.name(), ModelsNavigation.version(tenant(), model.id(), now.number())));
        var report = ReportData.of(now);
        add(new Head(answer(report, old, now)).lede(report.headline()));
        var comparison = models.compare(caller(), List.of(old.id(), now.id()));
        add(El.div("mw-even", figures(report, old, now), different(comparison.differing(), old, now)));
        var curves = El.div("mw-even");
        report.charts().stream()
                .filter(chart -> chart.path("type").asString("").equals("lines"))
                .forEach(chart -> curves.add(new Card(
                        chart.path("title").asString(""),
                        new ChartView(over(chart, ReportData.of(old), old.number(), now.number())))));
        add(curves);
    }

    private static int number(Visit visit, String name) {
        try {
            return Integer.parseInt(visit.query(name));
        } catch (NumberFormatException none) {
            throw MillwrightException.missing("model version", visit.query(name));
        }
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

    private static Component figures(ReportData report, ModelVersion old, ModelVersion now) {
        var table = new DataTable<ReportData.Metric>(tr("compare.figures"));
        table.text(tr("compare.figure"), ReportData.Metric::title);
        table.text(tr("model.version", old.number()), metric -> {
                    var was = old.metrics().get(metric.name());
                    return was == null ? "–" : Formats.figure(was, metric.unit());
                })
                .right();
        table.text(tr("model.version", now.number()), metric -> Formats.figure(metric.value(), metric.unit()))
                .right();
        table.column(tr("compare.change"), metric -> {
                    var was = old.metrics().get(metric.name());
                    return was == null ? El.text("") : ModelSigns.change(metric, was);
                })
                .right();
        table.rows(report.metrics());
        return new Card(tr("compare.figures"), table);
    }

    private static Component different(Map<String, List<String>> differing, ModelVersion old, ModelVersion now) {
        var table = new DataTable<Map.Entry<String, List<String>>>(tr("compare.different"));
        table.column(tr("compare.what"), entry -> El.mono(entry.getKey()));
        table.column(
                tr("model.version", old.number()),
                entry -> El.mono(entry.getValue().getFirst()));
        table.column(
                tr("model.version", now.number()),
                entry -> El.mono(entry.getValue().getLast()));
        table.rows(List.copyOf(differing.entrySet()));
        return differing.isEmpty()
                ? new Card(tr("compare.different"), El.p("mw-muted", tr("compare.different.none")))
                : new Card(tr("compare.different"), table);
    }

    /** The newer chart with the older version's lines dashed behind it. */
    private static JsonNode over(JsonNode chart, ReportData old, int oldNumber, int newNumber) {
        var both = (ObjectNode) Json.parse(chart.toString());
        var series = (ArrayNode) both.path("series");
        var many = series.size() > 1;
        series.forEach(line -> {
            if (!many) {
                ((ObjectNode) line).put("title", tr("model.version", newNumber));
            }
        });
        old.charts().stream()
                .filter(other -> other.path("name").equals(chart.path("name")))
                .flatMap(other -> other.path("series").valueStream())
                .forEach(line -> {
                    var behind = (ObjectNode) Json.parse(line.toString());
                    behind.put("compared", true);
                    var title = tr("model.version", oldNumber);
                    behind.put("title", many ? line.path("title").asString("") + ", " + title : title);
                    series.add(behind);
                });
        return both;
    }
}
