package io.millwright.plugins.testkit;

import io.millwright.plugins.api.ColumnType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the narrowest type that all texts of a column have. */
final class CsvTypes {

    private static final List<ColumnType> NARROWEST_FIRST =
            List.of(ColumnType.BOOLEAN, ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.DATE, ColumnType.TIMESTAMP);

    private CsvTypes() {}

    static ColumnValues convert(List<@Nullable String> texts) {
        for (var type : NARROWEST_FIRST) {
            var values = new ColumnValues(type);
            if (fill(values, texts)) {
                return values;
            }
        }
        var values = new ColumnValues(ColumnType.TEXT);
        for (var row = 0; row < texts.size(); row++) {
            var text = texts.get(row);
            if (text != null) {
                values.set(row, text);
            }
        }
        return values;
    }

    private static boolean fill(ColumnValues values, List<@Nullable String> texts) {
        var seen = false;
        for (var row = 0; row < texts.size(); row++) {
            var text = texts.get(row);
            if (text != null) {
                seen = true;
                try {
                    set(values, row, text);
                } catch (NumberFormatException | DateTimeParseException another) {
                    return false;
                }
            }
        }
        return seen;
    }

    private static void set(ColumnValues values, int row, String text) {
        switch (values.type()) {
            case BOOLEAN -> values.set(row, truth(text));
            case INTEGER -> values.set(row, Long.parseLong(text));
            case DECIMAL -> values.set(row, Double.parseDouble(text));
            case DATE -> values.set(row, LocalDate.parse(text).toEpochDay());
            case TIMESTAMP -> values.set(row, micros(text));
            case TEXT -> values.set(row, text);
        }
    }

    private static long truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> 1;
            case "false" -> 0;
            default -> throw new NumberFormatException(text);
        };
    }

    private static long micros(String text) {
        var iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text;
        var moment = iso.endsWith("Z") || iso.indexOf('+') > 10
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }
}
