package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.millwright.governance.models.ModelVersion;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Json;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The charts of several versions: lines over each other, everything else side by side under the name they share. */
final class ComparedCharts {

    private final SequencedMap<ModelVersion, List<JsonNode>> charts;
    private final ModelVersion newest;
    private final BiFunction<ModelVersion, Integer, DownloadHandler> fetch;

    /**
     * @param charts of each version, the oldest first
     * @param fetch hands out the chart at a position of a version's report
     */
    ComparedCharts(
            SequencedMap<ModelVersion, List<JsonNode>> charts,
            BiFunction<ModelVersion, Integer, DownloadHandler> fetch) {
        this.charts = charts;
        this.newest = charts.lastEntry().getKey();
        this.fetch = fetch;
    }

    Component shown() {
        var lines = El.div("mw-even");
        var beside = El.div("mw-stack");
        for (var chart : charts.getOrDefault(newest, List.of())) {
            switch (type(chart)) {
                case "lines" -> lines.add(new Card(title(chart), new ChartView(over(chart))));
                case "threshold" -> {
                    // What one threshold of one version means says nothing beside another version's.
                }
                default -> beside.add(sideBySide(chart));
            }
        }
        return El.div("mw-stack", lines, beside);
    }

    /** The newest lines with those of the other versions dashed behind them. */
    private JsonNode over(JsonNode chart) {
        var all = (ObjectNode) Json.parse(chart.toString());
        var series = (ArrayNode) all.path("series");
        var many = series.size() > 1;
        series.forEach(line -> {
            if (!many) {
                ((ObjectNode) line).put("title", tr("model.version", newest.number()));
            }
        });
        charts.forEach((version, its) -> {
            if (version.equals(newest)) {
                return;
            }
            its.stream()
                    .filter(other -> other.path("name").equals(chart.path("name")))
                    .flatMap(other -> other.path("series").valueStream())
                    .forEach(line -> series.add(behind(line, many, version)));
        });
        return all;
    }

    private static ObjectNode behind(JsonNode line, boolean many, ModelVersion version) {
        var behind = (ObjectNode) Json.parse(line.toString());
        var title = tr("model.version", version.number());
        behind.put("compared", true);
        behind.put("title", many ? line.path("title").asString("") + ", " + title : title);
        return behind;
    }

    private Component sideBySide(JsonNode chart) {
        var row = new Div();
        row.addClassName(type(chart).equals("fans") ? "mw-stack" : "mw-even");
        charts.forEach((version, its) -> {
            for (int at = 0; at < its.size(); at++) {
                var other = its.get(at);
                if (other.path("name").equals(chart.path("name")) && type(other).equals(type(chart))) {
                    row.add(new Card(title(chart), view(version, other, at))
                            .aside(tr("model.version", version.number())));
                }
            }
        });
        return row;
    }

    private ChartView view(ModelVersion version, JsonNode chart, int at) {
        return switch (type(chart)) {
            case "fans", "gallery" -> ChartView.fetched(type(chart), fetch.apply(version, at));
            default -> new ChartView(chart);
        };
    }

    private static String type(JsonNode chart) {
        return chart.path("type").asString("");
    }

    private static String title(JsonNode chart) {
        return chart.path("title").asString(chart.path("name").asString(""));
    }
}
