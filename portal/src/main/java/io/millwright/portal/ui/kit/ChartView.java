package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A chart of a report, drawn by the web component of its sort in the {@code frontend} module. */
public final class ChartView extends Component implements HasStyle {

    private ChartView(String type) {
        super(new Element(tag(type)));
        getElement().setAttribute("data-table", Texts.tr("chart.values"));
        getElement().setAttribute("data-empty", Texts.tr("chart.empty"));
        getElement().setAttribute("data-texts", ChartTexts.of(type));
    }

    /** @param data a chart as reports carry it: {@code {type: lines|bars|grid|fans|…, …}} */
    public ChartView(JsonNode data) {
        this(data.path("type").asString(""));
        show(data);
    }

    /** A chart that is fetched when a person comes near it: pictures and many forecasts are megabytes. */
    public static ChartView fetched(String type, DownloadHandler data) {
        var chart = new ChartView(type);
        chart.getElement().setAttribute("src", data);
        return chart;
    }

    public void show(JsonNode data) {
        getElement().setPropertyJson("data", Json.of(data));
    }

    private static String tag(String type) {
        return switch (type) {
            case "fans", "confusion", "gallery", "trials" -> "mw-" + type;
            default -> "mw-chart";
        };
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
