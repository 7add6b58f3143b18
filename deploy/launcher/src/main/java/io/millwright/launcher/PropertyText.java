package io.millwright.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Reads and writes {@code .properties} text in the order given, escaped so that any value survives. */
final class PropertyText {

    private PropertyText() {}

    static String of(Map<String, String> values) {
        var text = new StringBuilder();
        values.forEach((key, value) -> text.append(line(key, value)));
        return text.toString();
    }

    static Map<String, String> parse(String text) {
        var properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var values = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    /** The values of a file, or none where it does not exist. */
    static Map<String, String> read(Path file) {
        try {
            return Files.exists(file) ? parse(Files.readString(file)) : Map.of();
        } catch (IOException e) {
            return Map.of();
        }
    }

    // Properties.store escapes as Spring and java.util.Properties expect it, but heads its text with the date.
    private static String line(String key, String value) {
        var single = new Properties();
        single.setProperty(key, value);
        var bytes = new ByteArrayOutputStream();
        try {
            single.store(bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .findFirst()
                        .orElseThrow()
                + "\n";
    }
}
