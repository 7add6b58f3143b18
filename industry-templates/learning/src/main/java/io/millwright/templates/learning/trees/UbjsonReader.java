package io.millwright.templates.learning.trees;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Universal Binary JSON (draft 12) into maps, lists, texts, {@link Long}, {@link Double} and {@link Float}, booleans, and
 * arrays of primitives where the file says that all have one type.
 */
final class UbjsonReader {
    private static final int UNKNOWN = -1;

    private final ByteBuffer in;

    private UbjsonReader(ByteBuffer in) {
        this.in = in;
    }

    /** @throws IllegalArgumentException when the bytes are no UBJSON or end too early */
    static @Nullable Object read(byte[] bytes) {
        try {
            UbjsonReader reader = new UbjsonReader(ByteBuffer.wrap(bytes));
            return reader.value(reader.marker());
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            throw new IllegalArgumentException("the file ends too early", cut);
        }
    }

    private char marker() {
        char marker = (char) in.get();
        return marker == 'N' ? marker() : marker;
    }

    private @Nullable Object value(char marker) {
        return switch (marker) {
            case 'Z' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'i', 'U', 'I', 'l', 'L' -> integer(marker);
            case 'd' -> in.getFloat();
            case 'D' -> in.getDouble();
            case 'C' -> String.valueOf((char) in.get());
            case 'S' -> text();
            case '[' -> array();
            case '{' -> object();
            default -> throw new IllegalArgumentException("no such type in UBJSON: " + (int) marker);
        };
    }

    private long integer(char marker) {
        return switch (marker) {
            case 'i' -> in.get();
            case 'U' -> in.get() & 0xff;
            case 'I' -> in.getShort();
            case 'l' -> in.getInt();
            case 'L' -> in.getLong();
            default -> throw new IllegalArgumentException("a whole number expected, not type " + (int) marker);
        };
    }

    private String text() {
        byte[] bytes = new byte[length(1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many follow; never more than there are bytes left for. */
    private int length(int bytesEach) {
        long length = integer(marker());
        if (length < 0 || length * bytesEach > in.remaining()) {
            throw new IllegalArgumentException("a length of " + length + " does not fit the file");
        }
        return (int) length;
    }

    private Object array() {
        char marker = marker();
        if (marker == '$') {
            char type = marker();
            require('#');
            return typed(type);
        }
        int count = UNKNOWN;
        if (marker == '#') {
            count = length(1);
            marker = count == 0 ? ']' : marker();
        }
        List<@Nullable Object> values = new ArrayList<>();
        while (count == UNKNOWN ? marker != ']' : values.size() < count) {
            values.add(value(marker));
            marker = values.size() == count ? ']' : marker();
        }
        return values;
    }

    private Object typed(char type) {
        switch (type) {
            case 'd' -> {
                float[] values = new float[length(Float.BYTES)];
                in.asFloatBuffer().get(values);
                in.position(in.position() + values.length * Float.BYTES);
                return values;
            }
            case 'l' -> {
                int[] values = new int[length(Integer.BYTES)];
                in.asIntBuffer().get(values);
                in.position(in.position() + values.length * Integer.BYTES);
                return values;
            }
            case 'L' -> {
                long[] values = new long[length(Long.BYTES)];
                in.asLongBuffer().get(values);
                in.position(in.position() + values.length * Long.BYTES);
                return values;
            }
            case 'U', 'i' -> {
                byte[] values = new byte[length(1)];
                in.get(values);
                return values;
            }
            default -> {
                int count = length(1);
                List<@Nullable Object> values = new ArrayList<>();
                while (values.size() < count) {
                    values.add(value(type));
                }
                return values;
            }
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> pairs = new LinkedHashMap<>();
        while (in.get(in.position()) != '}') {
            String name = text();
            pairs.put(name, value(marker()));
        }
        in.get();
        return pairs;
    }

    private void require(char expected) {
        if (marker() != expected) {
            throw new IllegalArgumentException("'" + expected + "' expected at byte " + in.position());
        }
    }
}
