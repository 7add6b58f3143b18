package io.millwright.broker.gateway;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a template understood, checked as far as readers rely on it. */
final class UnderstandingText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> LEVELS = Set.of("INFO", "WARNING");
    private static final int MAX_ENTRIES = 500;

    private UnderstandingText() {}

    /** @throws BadOutput when it is not an understanding */
    static String check(String json) {
        try {
            var tree = MAPPER.readTree(json);
            require(tree.isObject() && tree.path("task").isString(), "task");
            require(texts(tree.path("facts")), "facts by title");
            require(texts(tree.path("options")), "options by name");
            require(tree.path("notes").isArray() && each(tree.path("notes"), UnderstandingText::isNote), "notes");
            require(
                    tree.path("estimates").isArray() && each(tree.path("estimates"), UnderstandingText::isEstimate),
                    "estimates");
            return json;
        } catch (JacksonException malformed) {
            throw new BadOutput(OutputIntake.UNDERSTANDING + " is not JSON");
        }
    }

    private interface Test {
        boolean holds(JsonNode node);
    }

    private static boolean each(JsonNode nodes, Test test) {
        for (var node : nodes) {
            if (!test.holds(node)) {
                return false;
            }
        }
        return nodes.size() <= MAX_ENTRIES;
    }

    private static boolean texts(JsonNode object) {
        return object.isObject() && each(object, JsonNode::isString);
    }

    private static boolean isNote(JsonNode note) {
        return note.path("level").isString()
                && LEVELS.contains(note.path("level").stringValue())
                && note.path("text").isString();
    }

    private static boolean isEstimate(JsonNode estimate) {
        return estimate.path("preset").isString()
                && estimate.path("seconds").isNumber()
                && estimate.path("memoryBytes").isIntegralNumber();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new BadOutput(OutputIntake.UNDERSTANDING + " has no " + what + " of the known form");
        }
    }
}
