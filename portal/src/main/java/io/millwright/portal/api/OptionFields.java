package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of templates in requests: names with text, numbers or booleans, which services take as text. */
public final class OptionFields {

    private OptionFields() {}

    public static Map<String, String> text(@Nullable Map<String, @Nullable Object> options) {
        var text = new LinkedHashMap<String, String>();
        if (options != null) {
            options.forEach((name, value) -> {
                if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                    text.put(name, value.toString());
                } else if (value != null) {
                    throw MillwrightException.user(
                            "option-invalid",
                            "The option \"%s\" must be text, a number, true or false.".formatted(name),
                            "Correct it and send the request again.");
                }
            });
        }
        return text;
    }
}
