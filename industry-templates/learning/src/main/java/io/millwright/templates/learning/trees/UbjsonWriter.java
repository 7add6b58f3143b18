package io.millwright.templates.learning.trees;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link UbjsonReader} reads, in the way XGBoost does. */
final class UbjsonWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private UbjsonWriter() {}

    static byte[] write(Object value) {
        try {
            UbjsonWriter writer = new UbjsonWriter();
            writer.value(value);
            return writer.bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void value(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.write('Z');
            case Boolean flag -> out.write(flag ? 'T' : 'F');
            case Long whole -> length(whole);
            case Float number -> {
                out.write('d');
                out.writeFloat(number);
            }
            case Double number -> {
                out.write('D');
                out.writeDouble(number);
            }
            case String text -> {
                out.write('S');
                text(text);
            }
            case float[] numbers -> {
                typed('d', numbers.length);
                for (float number : numbers) {
                    out.writeFloat(number);
                }
            }
            case int[] numbers -> {
                typed('l', numbers.length);
                for (int number : numbers) {
                    out.writeInt(number);
                }
            }
            case long[] numbers -> {
                typed('L', numbers.length);
                for (long number : numbers) {
                    out.writeLong(number);
                }
            }
            case byte[] small -> {
                typed('U', small.length);
                out.write(small);
            }
            case List<?> values -> {
                out.writeBytes("[#");
                length(values.size());
                for (Object each : values) {
                    value(each);
                }
            }
            case Map<?, ?> pairs -> {
                out.write('{');
                for (Map.Entry<?, ?> pair : pairs.entrySet()) {
                    text(String.valueOf(pair.getKey()));
                    value(pair.getValue());
                }
                out.write('}');
            }
            default -> throw new IllegalArgumentException("cannot be written: " + value.getClass());
        }
    }

    private void typed(char type, long count) throws IOException {
        out.writeBytes("[$" + type + "#");
        length(count);
    }

    private void text(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        length(encoded.length);
        out.write(encoded);
    }

    private void length(long value) throws IOException {
        out.write('L');
        out.writeLong(value);
    }
}
