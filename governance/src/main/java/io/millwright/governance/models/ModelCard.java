package io.millwright.governance.models;

import io.millwright.governance.Json;
import io.millwright.governance.datasets.DatasetVersion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/**
 * The model card (Mitchell et al., 2019), made from what was recorded and from nothing else: it cannot say what did not happen.
 */
final class ModelCard {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ModelVersion version;
    private final DatasetVersion data;
    private final Map<String, Object> report;

    ModelCard(ModelVersion version, String reportJson, DatasetVersion data) {
        this.version = version;
        this.data = data;
        this.report = Json.read(reportJson, OBJECT);
    }

    String markdown() {
        return """
                # %s, version %d

                %s

                | | |
                |---|---|
                | Stage | %s |
                | Made | %s by %s, job `%s` |
                | Template | %s %s, SHA-256 `%s` |
                | Content | SHA-256 `%s`, %,d bytes in %d files |

                ## How good it is

                %s
                %s## What it learnt from

                Dataset "%s", version %d: %,d rows, %d columns; file `%s`, SHA-256 `%s`.

                ## How it was trained

                Seed %d. With the same dataset version, template, options and seed the training gives the same metrics.

                %s
                ## Where it ran

                %s
                ## What people decided

                %s
                ## What to know

                %s""".formatted(
                        text(version.modelName()),
                        version.number(),
                        text(String.valueOf(report.getOrDefault("headline", ""))),
                        stage(),
                        version.createdAt(),
                        text(version.createdBy()),
                        version.job(),
                        text(version.template().id()),
                        text(version.template().version()),
                        text(version.template().digest()),
                        version.digest(),
                        version.size(),
                        version.files().size(),
                        metrics(),
                        new CardFindings(report).markdown(),
                        text(data.datasetName()),
                        data.number(),
                        data.rows(),
                        data.columns().size(),
                        data.filename().replace("`", "'"),
                        data.given().digest(),
                        version.seed(),
                        table("Option", version.options()),
                        table("Fact", version.environment()),
                        decisions(),
                        notes());
    }

    private String stage() {
        return version.stage().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String metrics() {
        var explained = report.get("metrics") instanceof List<?> list ? list : List.of();
        var lines = new TreeMap<String, String>();
        version.metrics()
                .forEach((name, value) -> lines.put(name, "| %s | %s | |\n".formatted(text(name), number(value))));
        for (var item : explained) {
            if (item instanceof Map<?, ?> metric
                    && metric.get("name") instanceof String name
                    && lines.containsKey(name)) {
                lines.put(
                        name,
                        "| %s | %s %s | %s |\n"
                                .formatted(
                                        field(metric, "title", name),
                                        figure(metric, version.metrics().getOrDefault(name, Double.NaN)),
                                        field(metric, "unit", ""),
                                        field(metric, "explanation", "")));
            }
        }
        return lines.isEmpty()
                ? "No metrics were reported.\n"
                : "| Metric | Value | Meaning |\n|---|---|---|\n" + String.join("", lines.values());
    }

    private String decisions() {
        if (version.submittedBy() == null) {
            return "Nobody has submitted it for review.\n";
        }
        var submitted = "Submitted by %s on %s.".formatted(text(version.submittedBy()), version.submittedAt());
        if (version.decidedBy() == null) {
            return submitted + " Not decided yet.\n";
        }
        return "%s Decided by %s on %s: %s\n"
                .formatted(
                        submitted,
                        text(version.decidedBy()),
                        version.decidedAt(),
                        version.decisionReason() == null
                                        || version.decisionReason().isBlank()
                                ? "no reason given."
                                : text(version.decisionReason()));
    }

    private String notes() {
        var notes = report.get("notes") instanceof List<?> list ? list : List.of();
        var lines = notes.stream()
                .map(note -> note instanceof Map<?, ?> fields ? "- " + field(fields, "text", "") + "\n" : "")
                .collect(Collectors.joining());
        return lines.isBlank() ? "The template reported nothing to mind.\n" : lines;
    }

    private static String table(String title, Map<String, String> values) {
        return values.isEmpty()
                ? "None.\n"
                : "| %s | Value |\n|---|---|\n".formatted(title)
                        + new TreeMap<>(values)
                                .entrySet().stream()
                                        .map(entry ->
                                                "| %s | %s |\n".formatted(text(entry.getKey()), text(entry.getValue())))
                                        .collect(Collectors.joining());
    }

    /** A share is given as 0 to 1 and read as percent. */
    private static String figure(Map<?, ?> metric, double value) {
        return number("%".equals(metric.get("unit")) ? value * 100 : value);
    }

    static String field(Map<?, ?> fields, String name, String otherwise) {
        var value = fields.get(name);
        return text(value == null ? otherwise : value.toString());
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                : "-";
    }

    /** Foreign text inside Markdown: no markup, no table cells, no line breaks. */
    static String text(String value) {
        return value.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
