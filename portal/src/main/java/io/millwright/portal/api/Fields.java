package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads fields of requests: what must be there, and names of enumerations as the API spells them. */
public final class Fields {

    private Fields() {}

    public static <T> T required(String field, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw MillwrightException.user(
                    "field-missing",
                    "The field \"%s\" is missing.".formatted(field),
                    "Add it and send the request again.");
        }
        return value;
    }

    /** A constant by its name, in upper or lower case, with hyphens or underscores. */
    public static <E extends Enum<E>> E constant(String field, Class<E> type, String value) {
        var name = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> MillwrightException.user(
                        "field-invalid",
                        "The field \"%s\" cannot be \"%s\".".formatted(field, value),
                        "Choose among: %s."
                                .formatted(Arrays.stream(type.getEnumConstants())
                                        .map(Fields::spelled)
                                        .collect(Collectors.joining(", ")))));
    }

    public static <E extends Enum<E>> Set<E> constants(
            String field, Class<E> type, @Nullable Collection<String> values) {
        var constants = EnumSet.noneOf(type);
        if (values != null) {
            values.forEach(value -> constants.add(constant(field, type, value)));
        }
        return constants;
    }

    /** How the API spells a constant that people write: lower case, hyphens. */
    public static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
