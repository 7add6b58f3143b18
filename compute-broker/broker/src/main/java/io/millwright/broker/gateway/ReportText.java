package io.millwright.broker.gateway;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A template's report, read as far as the registry needs it.
 *
 * @param json the whole, as it came
 * @param metrics finite numbers by name; names without what PostgreSQL does not take
 */
record ReportText(String json, Map<String, Double> metrics) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** @throws BadOutput when it is not a report */
    static ReportText parse(String json) {
        try {
            var tree = MAPPER.readTree(json);
            if (!tree.isObject()) {
                throw new BadOutput("report.json is not an object");
            }
            var metrics = new TreeMap<String, Double>();
            for (var metric : tree.path("metrics")) {
                var name = metric.path("name");
                var value = metric.path("value");
                if (name.isString() && value.isNumber() && Double.isFinite(value.doubleValue())) {
                    metrics.put(clean(name.stringValue()), value.doubleValue());
                }
            }
            return new ReportText(json, metrics);
        } catch (JacksonException malformed) {
            throw new BadOutput("report.json is not JSON");
        }
    }

    /** Without zeros and halves of surrogate pairs, which JSON may escape and no column holds. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isHeld(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean isHeld(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
