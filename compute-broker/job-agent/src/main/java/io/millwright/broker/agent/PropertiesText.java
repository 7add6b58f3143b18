package io.millwright.broker.agent;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Facts by name as UTF-8 bytes in the format of {@link Properties}: what crosses Ray, pipes and the gateway. */
public final class PropertiesText {

    private PropertiesText() {}

    public static byte[] format(Map<String, String> facts) {
        var text = new StringBuilder();
        new TreeMap<>(facts).forEach((name, value) -> {
            escape(name, true, text);
            text.append('=');
            escape(value, false, text);
            text.append('\n');
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when the bytes are not of this format */
    public static Map<String, String> parse(byte[] bytes) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var facts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> facts.put(name, properties.getProperty(name)));
        return facts;
    }

    private static void escape(String value, boolean name, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case ' ' -> out.append(name || i == 0 ? "\\ " : " ");
                case '=', ':', '#', '!' -> out.append(name ? "\\" : "").append(c);
                default -> out.append(c);
            }
        }
    }
}
