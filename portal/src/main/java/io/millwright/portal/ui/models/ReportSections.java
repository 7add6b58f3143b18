package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.millwright.portal.ui.kit.El;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A report as sections with headings, each chart where it belongs, and a table of contents beside them. */
final class ReportSections {

    private final ReportData report;
    private final ReportFigures figures;
    private final ReportCharts charts;

    /** @param chart hands out the chart at a position of the report, for those that are fetched when looked at */
    ReportSections(ReportData report, ReportFigures figures, IntFunction<DownloadHandler> chart) {
        this.report = report;
        this.figures = figures;
        this.charts = new ReportCharts(report.charts(), chart);
    }

    Component shown() {
        var positions = new EnumMap<Section, List<Integer>>(Section.class);
        for (int i = 0; i < report.charts().size(); i++) {
            positions
                    .computeIfAbsent(Section.of(report.charts().get(i)), none -> new ArrayList<>())
                    .add(i);
        }
        var parts = new EnumMap<Section, List<Component>>(Section.class);
        positions.forEach((section, some) -> parts.put(section, charts.cards(some)));
        if (!report.metrics().isEmpty()) {
            parts.computeIfAbsent(Section.OUTCOME, none -> new ArrayList<>()).add(figures.table());
        }
        figures.remarks(tr("model.understood"))
                .ifPresent(card -> parts.computeIfAbsent(Section.SEARCH, none -> new ArrayList<>())
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
}
