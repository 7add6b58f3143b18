package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A chart of a report: {@code <mw-chart>} of the {@code frontend} module. */
@Tag("mw-chart")
public final class ChartView extends Component implements HasStyle {

    /** @param data a chart as reports carry it: {@code {type: lines|bars|grid, …}} */
    public ChartView(JsonNode data) {
        getElement().setAttribute("data-table", Texts.tr("chart.values"));
        getElement().setAttribute("data-empty", Texts.tr("chart.empty"));
        show(data);
    }

    public void show(JsonNode data) {
        getElement().setPropertyJson("data", Json.of(data));
    }

    public ChartView height(int pixels) {
        getStyle().set("--chart-height", pixels + "px");
        return this;
    }

    /** Lines that grow while one looks: the steps of a training. */
    public static JsonNode learning(String title, String x, String y, Map<String, List<double[]>> lines) {
        var series = lines.entrySet().stream()
                .map(line -> Map.of(
                        "title", line.getKey(),
                        "x", line.getValue().stream().map(point -> point[0]).toList(),
                        "y", line.getValue().stream().map(point -> point[1]).toList()))
                .toList();
        return Json.of(Map.of(
                "type",
                "lines",
                "kind",
                "LEARNING",
                "title",
                title,
                "x",
                Map.of("title", x, "unit", ""),
                "y",
                Map.of("title", y, "unit", ""),
                "series",
                series));
    }
}
