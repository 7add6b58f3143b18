package io.millwright.broker.runner.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link Report} as JSON: {@code {headline, notes:[{level,text}], metrics:[{name,title,value,unit,better,explanation}],
 * charts:[{type,name,title,…}]}}, where {@code type} is the record's name in lower case,
 * the other members are those of the record, and constants are spelt as in Java.
 */
public final class ReportJson {

    private ReportJson() {}

    public static String of(Report report) {
        return JsonText.of(map(
                "headline", report.headline(),
                "notes",
                        report.notes().stream()
                                .map(note -> map("level", note.level().name(), "text", note.text()))
                                .toList(),
                "metrics", report.metrics().stream().map(ReportJson::metric).toList(),
                "charts", report.charts().stream().map(ReportJson::chart).toList()));
    }

    private static Map<String, Object> metric(Metric metric) {
        return map(
                "name", metric.name(),
                "title", metric.title(),
                "value", metric.value(),
                "unit", metric.unit(),
                "better", metric.better().name(),
                "explanation", metric.explanation());
    }

    private static Map<String, Object> chart(Chart chart) {
        return switch (chart) {
            case Chart.Lines lines ->
                map(
                        "type", "lines",
                        "name", lines.name(),
                        "title", lines.title(),
                        "kind", lines.kind().name(),
                        "x", axis(lines.x()),
                        "y", axis(lines.y()),
                        "series",
                                lines.series().stream().map(ReportJson::series).toList());
            case Chart.Bars bars ->
                map(
                        "type", "bars",
                        "name", bars.name(),
                        "title", bars.title(),
                        "unit", bars.unit(),
                        "bars",
                                bars.bars().stream()
                                        .map(bar -> map("label", bar.label(), "value", bar.value()))
                                        .toList());
            case Chart.Threshold threshold ->
                map(
                        "type", "threshold",
                        "name", threshold.name(),
                        "title", threshold.title(),
                        "columns", axes(threshold.columns()),
                        "rows", threshold.rows(),
                        "chosen", threshold.chosen());
            case Chart.Grid grid ->
                map(
                        "type", "grid",
                        "name", grid.name(),
                        "title", grid.title(),
                        "columns", grid.columns(),
                        "rows", grid.rows());
            case Chart.Fans fans ->
                map(
                        "type", "fans",
                        "name", fans.name(),
                        "title", fans.title(),
                        "x", axis(fans.x()),
                        "y", axis(fans.y()),
                        "fans", fans.fans().stream().map(ReportJson::fan).toList());
            case Chart.Confusion confusion ->
                map(
                        "type", "confusion",
                        "name", confusion.name(),
                        "title", confusion.title(),
                        "classes", confusion.classes(),
                        "counts", confusion.counts());
            case Chart.Gallery gallery ->
                map(
                        "type", "gallery",
                        "name", gallery.name(),
                        "title", gallery.title(),
                        "pictures",
                                gallery.pictures().stream()
                                        .map(ReportJson::picture)
                                        .toList());
            case Chart.Trials trials ->
                map(
                        "type", "trials",
                        "name", trials.name(),
                        "title", trials.title(),
                        "objective", axis(trials.objective()),
                        "results",
                                trials.results().stream().map(ReportJson::trial).toList(),
                        "chosen", trials.chosen());
        };
    }

    private static Map<String, Object> fan(Chart.Fan fan) {
        return map(
                "title", fan.title(),
                "badness", fan.badness(),
                "facts", fan.facts(),
                "actual", series(fan.actual()),
                "expected", series(fan.expected()),
                "bands",
                        fan.bands().stream()
                                .map(band -> map("level", band.level(), "lower", band.lower(), "upper", band.upper()))
                                .toList());
    }

    private static Map<String, Object> picture(Chart.Picture picture) {
        return map(
                "group", picture.group(),
                "caption", picture.caption(),
                "detail", picture.detail(),
                "image", picture.image(),
                "overlay", picture.overlay());
    }

    private static Map<String, Object> trial(TrialResult result) {
        return map(
                "number", result.trial().number(),
                "parameters", result.trial().parameters(),
                "budget", result.trial().budget(),
                "status", result.status().name(),
                "objective", result.objective(),
                "figures", result.figures(),
                "seconds", result.seconds(),
                "reason", result.reason());
    }

    private static Map<String, Object> series(Chart.Series series) {
        return map("title", series.title(), "x", series.x(), "y", series.y());
    }

    private static List<Map<String, Object>> axes(List<Chart.Axis> axes) {
        return axes.stream().map(ReportJson::axis).toList();
    }

    private static Map<String, Object> axis(Chart.Axis axis) {
        return map("title", axis.title(), "unit", axis.unit());
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
