package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.ThresholdView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The charts of a report as cards, two beside each other where they are narrow.
 *
 * @param chart hands out the chart at a position of the report, for those that are fetched when looked at
 */
record ReportCharts(List<JsonNode> charts, IntFunction<DownloadHandler> chart) {

    /** The charts at some positions of the report, in that order. */
    List<Component> cards(List<Integer> positions) {
        var cards = new ArrayList<Component>();
        @Nullable Div pair = null;
        for (int at : positions) {
            var data = charts.get(at);
            if (isWide(data)) {
                pair = null;
                cards.add(card(data, at));
                continue;
            }
            if (pair == null) {
                pair = El.div("mw-even");
                cards.add(pair);
            }
            pair.add(card(data, at));
        }
        return cards;
    }

    private Component card(JsonNode data, int at) {
        var title = data.path("title").asString(data.path("name").asString(""));
        return switch (data.path("type").asString("")) {
            case "threshold" -> new Card(title, new ThresholdView(data)).aside(tr("model.threshold.move"));
            case "fans", "gallery" ->
                new Card(title, ChartView.fetched(data.path("type").asString(""), chart.apply(at)));
            default -> new Card(title, new ChartView(data));
        };
    }

    private static boolean isWide(JsonNode chart) {
        return switch (chart.path("type").asString("")) {
            case "threshold", "fans", "gallery", "trials" -> true;
            case "confusion" -> chart.path("classes").size() > 5;
            case "grid" -> chart.path("columns").size() > 4;
            default -> false;
        };
    }
}
