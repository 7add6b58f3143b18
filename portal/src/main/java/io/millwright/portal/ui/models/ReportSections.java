package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.ThresholdView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** A report as sections with headings, each chart where it belongs, and a table of contents beside them. */
final class ReportSections {

    private final ReportData report;
    private final ReportFigures figures;
    private final IntFunction<DownloadHandler> chart;

    /** @param chart hands out the chart at a position of the report, for those that are fetched when looked at */
    ReportSections(ReportData report, ReportFigures figures, IntFunction<DownloadHandler> chart) {
        this.report = report;
        this.figures = figures;
        this.chart = chart;
    }

    Component shown() {
        var parts = new EnumMap<Section, List<Component>>(Section.class);
        var charts = report.charts();
        var pairs = new EnumMap<Section, Div>(Section.class);
        for (int i = 0; i < charts.size(); i++) {
            var section = Section.of(charts.get(i));
            var list = parts.computeIfAbsent(section, none -> new ArrayList<>());
            var card = card(charts.get(i), i);
            if (isWide(charts.get(i))) {
                pairs.remove(section);
                list.add(card);
            } else {
                pairs.computeIfAbsent(section, none -> {
                            var pair = El.div("mw-even");
                            list.add(pair);
                            return pair;
                        })
                        .add(card);
            }
        }
        if (!report.metrics().isEmpty()) {
            parts.computeIfAbsent(Section.OUTCOME, none -> new ArrayList<>()).add(figures.table());
        }
        figures.understood().ifPresent(card -> parts.computeIfAbsent(Section.SEARCH, none -> new ArrayList<>())
                .addFirst(card));
        return laidOut(parts);
    }

    private static Component laidOut(Map<Section, List<Component>> parts) {
        var sections = new Div();
        Section.inOrder().stream()
                .filter(parts::containsKey)
                .forEach(section -> sections.add(section(section, parts.getOrDefault(section, List.of()))));
        var page = El.div("mw-report", sections);
        var contents = new Element("mw-toc");
        contents.setAttribute("role", "navigation");
        contents.setAttribute("aria-label", tr("report.contents"));
        page.getElement().appendChild(contents);
        return page;
    }

    private static Component section(Section section, List<Component> parts) {
        var title = tr("report." + section.key());
        var element = new com.vaadin.flow.component.html.Section(
                new Header(El.h2(title), El.p(tr("report." + section.key() + ".what"))));
        element.addClassName("mw-section");
        element.setId(section.key());
        element.getElement().setAttribute("data-toc", title);
        parts.forEach(element::add);
        return element;
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
