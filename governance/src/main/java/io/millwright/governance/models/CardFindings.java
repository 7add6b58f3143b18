package io.millwright.governance.models;

import static io.millwright.governance.models.ModelCard.field;
import static io.millwright.governance.models.ModelCard.number;
import static io.millwright.governance.models.ModelCard.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a report's charts say, as sections of a model card: tables and amounts in full, such as figures by segment; confusions as
 * a table; a search in one sentence. Curves and images are left to the report.
 */
final class CardFindings {

    private static final int MOST_ROWS = 30;

    private final Map<String, Object> report;

    CardFindings(Map<String, Object> report) {
        this.report = report;
    }

    String markdown() {
        return items(report.get("charts")).stream()
                .filter(Map.class::isInstance)
                .map(chart -> section((Map<?, ?>) chart))
                .collect(Collectors.joining());
    }

    private static String section(Map<?, ?> chart) {
        var body =
                switch (String.valueOf(chart.get("type"))) {
                    case "grid" -> table(items(chart.get("columns")), items(chart.get("rows")));
                    case "bars" -> bars(chart);
                    case "confusion" -> confusion(chart);
                    case "threshold" -> threshold(chart);
                    case "trials" -> trials(chart);
                    default -> "";
                };
        return body.isEmpty() ? "" : "## %s\n\n%s\n".formatted(field(chart, "title", "Finding"), body);
    }

    private static String bars(Map<?, ?> chart) {
        var percent = "%".equals(chart.get("unit"));
        var rows = items(chart.get("bars")).stream()
                .filter(Map.class::isInstance)
                .map(bar -> (Map<?, ?>) bar)
                .map(bar -> List.of(
                        String.valueOf(bar.get("label")), figure(bar.get("value"), percent ? "%" : unit(chart))))
                .toList();
        return table(List.of("What", "How much"), rows);
    }

    private static String confusion(Map<?, ?> chart) {
        var classes = items(chart.get("classes"));
        var counts = items(chart.get("counts"));
        var head = new java.util.ArrayList<Object>(List.of("was / said"));
        head.addAll(classes);
        var rows = new java.util.ArrayList<List<?>>();
        for (int i = 0; i < Math.min(classes.size(), counts.size()); i++) {
            var row = new java.util.ArrayList<Object>(List.of(classes.get(i)));
            row.addAll(items(counts.get(i)));
            rows.add(row);
        }
        return table(head, rows);
    }

    /** What the recommended threshold means; the others are for people who move it. */
    private static String threshold(Map<?, ?> chart) {
        var rows = items(chart.get("rows"));
        if (!(chart.get("chosen") instanceof Number chosen) || chosen.intValue() >= rows.size()) {
            return "";
        }
        var figures = items(rows.get(chosen.intValue()));
        var columns = items(chart.get("columns"));
        var named = new java.util.ArrayList<List<?>>();
        for (int i = 0; i < Math.min(columns.size(), figures.size()); i++) {
            if (columns.get(i) instanceof Map<?, ?> column) {
                named.add(List.of(String.valueOf(column.get("title")), figure(figures.get(i), unit(column))));
            }
        }
        return table(List.of("At the recommended threshold", "Value"), named);
    }

    private static String trials(Map<?, ?> chart) {
        var results = items(chart.get("results"));
        var lost = results.stream()
                .filter(result -> result instanceof Map<?, ?> trial && "LOST".equals(trial.get("status")))
                .count();
        var chosen = chart.get("chosen") instanceof Number number ? number.intValue() : 0;
        var taken = results.stream()
                .filter(Map.class::isInstance)
                .map(result -> (Map<?, ?>) result)
                .filter(trial -> trial.get("number") instanceof Number number && number.intValue() == chosen)
                .findFirst();
        return "%d trials, %d lost. %s\n"
                .formatted(
                        results.size(),
                        lost,
                        taken.map(trial -> "Number %d was taken: %s.".formatted(chosen, parameters(trial)))
                                .orElse("None was better than the usual settings."));
    }

    private static String parameters(Map<?, ?> trial) {
        return trial.get("parameters") instanceof Map<?, ?> parameters
                ? parameters.entrySet().stream()
                        .map(entry -> text(entry.getKey() + " " + entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static String table(List<?> head, List<?> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        var more = rows.size() > MOST_ROWS ? "\nThe first %d of %d.\n".formatted(MOST_ROWS, rows.size()) : "";
        return line(head)
                + "|---".repeat(head.size())
                + "|\n"
                + rows.stream().limit(MOST_ROWS).map(row -> line(items(row))).collect(Collectors.joining())
                + more;
    }

    private static String line(List<?> cells) {
        return cells.stream()
                .map(cell -> text(Objects.toString(cell, "")))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String figure(@org.jspecify.annotations.Nullable Object value, String unit) {
        if (!(value instanceof Number number)) {
            return "-";
        }
        var shown = number(unit.equals("%") ? number.doubleValue() * 100 : number.doubleValue());
        return unit.isEmpty() ? shown : shown + " " + unit;
    }

    private static String unit(Map<?, ?> axis) {
        return axis.get("unit") instanceof String unit ? unit : "";
    }

    private static List<?> items(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
