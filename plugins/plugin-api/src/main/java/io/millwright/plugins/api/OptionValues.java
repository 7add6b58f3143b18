package io.millwright.plugins.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The options of one job, as text by name: what a person set, over the defaults of the descriptor.
 *
 * @param values by option name; numbers in the spelling of {@link Double#toString} or {@link Long#toString}
 */
public record OptionValues(Map<String, String> values) {

    public OptionValues {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The value under a name, absent when neither set nor defaulted, or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** @throws TemplateException of kind USER when absent or not a whole number */
    public long integer(String name) throws TemplateException {
        try {
            return Long.parseLong(required(name));
        } catch (NumberFormatException notWhole) {
            throw bad(name, "a whole number");
        }
    }

    /** @throws TemplateException of kind USER when absent or not a number */
    public double decimal(String name) throws TemplateException {
        try {
            return Double.parseDouble(required(name));
        } catch (NumberFormatException notNumber) {
            throw bad(name, "a number");
        }
    }

    /** @throws TemplateException of kind USER when neither {@code true} nor {@code false} */
    public boolean flag(String name) throws TemplateException {
        return switch (required(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "true or false");
        };
    }

    private String required(String name) throws TemplateException {
        return text(name)
                .orElseThrow(() -> TemplateException.user(
                        "option-missing", "The option \"" + name + "\" is not set.", "Set it and start again."));
    }

    private TemplateException bad(String name, String expected) {
        return TemplateException.user(
                "option-invalid",
                "The option \"%s\" is \"%s\", which is not %s.".formatted(name, values.get(name), expected),
                "Correct it and start again.");
    }
}
