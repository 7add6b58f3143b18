package io.millwright.portal.ui.models;

import io.millwright.governance.models.ModelVersion;
import io.millwright.portal.ui.kit.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A template's report as it was stored. Read leniently: a part that is not there is left out, so that reports of older
 * templates keep their pages.
 */
public record ReportData(String headline, List<Note> notes, List<Metric> metrics, List<JsonNode> charts) {

    /** A sentence and whether it warns. */
    public record Note(boolean warning, String text) {}

    /** A figure; {@code better} is HIGHER, LOWER or NEITHER. */
    public record Metric(String name, String title, double value, String unit, String better, String explanation) {

        /** Whether a change of this figure is a good one, empty when it is neither. */
        public Optional<Boolean> improves(double change) {
            if (change == 0 || better.equals("NEITHER")) {
                return Optional.empty();
            }
            return Optional.of(better.equals("HIGHER") == change > 0);
        }
    }

    /** Without charts: what lists show. */
    public static ReportData of(ModelVersion version) {
        return of(version.summaryJson());
    }

    public static ReportData of(String json) {
        var report = parse(json);
        return new ReportData(
                report.path("headline").asString(""),
                stream(report.path("notes")).map(ReportData::note).toList(),
                stream(report.path("metrics")).map(ReportData::metric).toList(),
                stream(report.path("charts")).toList());
    }

    private static JsonNode parse(String json) {
        try {
            return Json.parse(json);
        } catch (JacksonException broken) {
            return MissingNode.getInstance();
        }
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static Note note(JsonNode note) {
        return new Note(
                note.path("level").asString("").equals("WARNING"),
                note.path("text").asString(""));
    }

    private static Metric metric(JsonNode metric) {
        return new Metric(
                metric.path("name").asString(""),
                metric.path("title").asString(metric.path("name").asString("")),
                metric.path("value").asDouble(0),
                metric.path("unit").asString(""),
                metric.path("better").asString("NEITHER"),
                metric.path("explanation").asString(""));
    }
}
