package io.millwright.broker.internal;

import io.millwright.broker.EngineRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON columns of jobs and trials. */
public final class JobJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JobJson() {}

    public static String options(Map<String, String> options) {
        return MAPPER.writeValueAsString(new TreeMap<>(options));
    }

    public static Map<String, String> options(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    public static String figures(Map<String, Double> figures) {
        return MAPPER.writeValueAsString(new TreeMap<>(figures));
    }

    public static Map<String, Double> figures(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    public static String engines(List<EngineRef> engines) {
        return MAPPER.writeValueAsString(engines);
    }

    public static List<EngineRef> engines(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
