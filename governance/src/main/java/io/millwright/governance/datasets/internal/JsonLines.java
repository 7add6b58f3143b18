package io.millwright.governance.datasets.internal;

import io.millwright.tenancy.MillwrightException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON objects one after the other (JSON Lines), or in one array, as records: first the names, then a record for each object.
 * A name that an object lacks is missing in its row.
 */
final class JsonLines extends BufferedRecords {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(3)
                    .maxStringLength(Limits.MAX_FIELD_BYTES)
                    .maxNumberLength(100)
                    .maxNameLength(Limits.MAX_NAME)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final RecordBuffer record;
    private long line = 1;
    private boolean headerGiven;

    JsonLines(InputStream in, List<String> names) {
        this.parser = JSON.createParser(ObjectReadContext.empty(), in);
        this.names = names;
        for (var i = 0; i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
        this.record = new RecordBuffer(names.size());
    }

    /** Whether a text begins like one. */
    static boolean looksLike(byte[] head) {
        var start = new String(head, 0, Math.min(head.length, 200), StandardCharsets.UTF_8).stripLeading();
        return start.matches("(?s)(\\[\\s*)?\\{\\s*(\".*|}.*)?");
    }

    /** Reads a text to its end for all names, in the order in which they appear first. */
    static List<String> names(InputStream in) {
        var names = new LinkedHashSet<String>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            while (nextObject(parser)) {
                for (var token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                    if (token == JsonToken.PROPERTY_NAME
                            && names.add(parser.currentName())
                            && names.size() > Limits.MAX_COLUMNS) {
                        throw Refusals.tooManyColumns(line(parser), names.size());
                    }
                    requireSimple(parser, token);
                }
            }
        } catch (JacksonException broken) {
            throw refusal(broken);
        }
        if (names.isEmpty()) {
            throw Refusals.headerOnly();
        }
        return List.copyOf(names);
    }

    @Override
    public boolean next() {
        record.clear();
        if (!headerGiven) {
            headerGiven = true;
            for (var i = 0; i < names.size(); i++) {
                record.set(i, names.get(i), true, line);
            }
            return true;
        }
        try {
            if (!nextObject(parser)) {
                return false;
            }
            line = line(parser);
            var position = -1;
            for (var token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    position = positions.getOrDefault(parser.currentName(), -1);
                } else if (token != JsonToken.VALUE_NULL && position >= 0) {
                    record.set(position, parser.getString(), token == JsonToken.VALUE_STRING, line);
                }
            }
            return true;
        } catch (JacksonException broken) {
            throw refusal(broken);
        }
    }

    /** Moves to the start of the next object; an array around all of them is passed over. */
    private static boolean nextObject(JsonParser parser) {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                return true;
            }
            if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                throw Refusals.badJson(line(parser), "it is a bare value");
            }
        }
        return false;
    }

    private static void requireSimple(JsonParser parser, JsonToken token) {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            throw Refusals.badJson(line(parser), "\"" + parser.currentName() + "\" holds a list or an object");
        }
    }

    private static long line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static MillwrightException refusal(JacksonException broken) {
        var location = broken.getLocation();
        return Refusals.badJson(location == null ? 1 : location.getLineNr(), "it does not follow the rules of JSON");
    }

    @Override
    RecordBuffer record() {
        return record;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() {
        parser.close();
    }
}
