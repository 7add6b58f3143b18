package io.millwright.governance.models;

import io.millwright.governance.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** A report without its charts: what lists show of it. */
final class ReportSummary {

    private static final String CHARTS = "charts";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private ReportSummary() {}

    static String of(String reportJson) {
        var report = Json.read(reportJson, OBJECT);
        report.remove(CHARTS);
        // Halves of surrogate pairs, which JSON may escape, cannot be stored as characters.
        return new String(Json.write(report).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
