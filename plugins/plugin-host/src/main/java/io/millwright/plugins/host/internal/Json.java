package io.millwright.plugins.host.internal;

import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.Understanding;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records in JSON columns and files. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final TypeReference<TreeMap<String, String>> OPTIONS = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static TemplateDescriptor descriptor(String json) {
        return MAPPER.readValue(json, TemplateDescriptor.class);
    }

    static Understanding understanding(String json) {
        return MAPPER.readValue(json, Understanding.class);
    }

    static Map<String, String> options(String json) {
        return MAPPER.readValue(json, OPTIONS);
    }
}
