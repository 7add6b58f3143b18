package io.millwright.portal.ui.kit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BaseJsonNode;

/** Data for web components as JSON. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static BaseJsonNode of(Object value) {
        return (BaseJsonNode) MAPPER.<JsonNode>valueToTree(value);
    }

    public static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }
}
