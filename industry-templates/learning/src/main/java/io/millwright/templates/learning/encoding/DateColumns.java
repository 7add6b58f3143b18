package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.TableInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that are one moment in parts: a year, a month and a day, perhaps an hour and a minute, whose names
 * differ in that word only.
 *
 * @param hour null where only the day is known
 * @param minute null where it is not known
 */
record DateColumns(
        String year,
        String month,
        String day,
        @Nullable String hour,
        @Nullable String minute) {

    private static final Set<String> YEARS =
            Set.of("year", "yr", "yyyy", "jahr", "año", "ano", "anio", "année", "annee", "anno", "jaar", "rok", "年");
    private static final Set<String> MONTHS =
            Set.of("month", "mon", "mm", "monat", "mes", "mês", "mois", "mese", "maand", "miesiąc", "月");
    private static final Set<String> DAYS = Set.of(
            "day", "dd", "dom", "mday", "dayofmonth", "tag", "día", "dia", "jour", "giorno", "dag", "dzień", "日");
    private static final Set<String> HOURS =
            Set.of("hour", "hr", "hh", "hourofday", "stunde", "hora", "heure", "ora", "uur", "godzina", "时");
    private static final Set<String> MINUTES = Set.of("minute", "min", "minuto", "minuut", "minuta", "分");

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    /** Empty where a table has no such columns, or more than one set of them. */
    static Optional<DateColumns> of(TableInput table) {
        List<DateColumns> found = new ArrayList<>();
        for (Column column : table.columns()) {
            rest(column, YEARS)
                    .flatMap(rest -> beside(table, column.name(), rest))
                    .ifPresent(found::add);
        }
        return found.size() == 1 ? Optional.of(found.getFirst()).filter(only -> only.fits(table)) : Optional.empty();
    }

    private static Optional<DateColumns> beside(TableInput table, String year, String rest) {
        String month = only(table, MONTHS, rest);
        String day = only(table, DAYS, rest);
        if (month == null || day == null) {
            return Optional.empty();
        }
        String hour = only(table, HOURS, rest);
        return Optional.of(new DateColumns(year, month, day, hour, hour == null ? null : only(table, MINUTES, rest)));
    }

    private static @Nullable String only(TableInput table, Set<String> words, String rest) {
        List<String> names = table.columns().stream()
                .filter(column -> rest(column, words).filter(rest::equals).isPresent())
                .map(Column::name)
                .toList();
        return names.size() == 1 ? names.getFirst() : null;
    }

    /** What is left of a column's name without the one word; empty where the word is not there. */
    private static Optional<String> rest(Column column, Set<String> words) {
        boolean number = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        String plain = column.name()
                .strip()
                .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_");
        if (number && words.contains(plain.replace("_", ""))) {
            return Optional.of("");
        }
        List<String> parts = List.of(plain.split("_"));
        List<String> others =
                parts.stream().filter(part -> !words.contains(part)).toList();
        return number && others.size() == parts.size() - 1 ? Optional.of(String.join("_", others)) : Optional.empty();
    }

    /** Whether the values are those of dates. */
    private boolean fits(TableInput table) {
        Map<String, ColumnProfile> seen =
                TableProfile.of(new SomeColumns(table, names())).columns();
        return within(seen.get(year), EARLIEST_YEAR, LATEST_YEAR)
                && within(seen.get(month), 1, 12)
                && within(seen.get(day), 1, 31)
                && (hour == null || within(seen.get(hour), 0, 23))
                && (minute == null || within(seen.get(minute), 0, 59));
    }

    private static boolean within(@Nullable ColumnProfile column, int least, int most) {
        return column != null
                && column.present() > 0
                && column.whole()
                && column.minimum() >= least
                && column.maximum() <= most;
    }

    /** In the order year, month, day, hour, minute. */
    List<String> names() {
        return Stream.of(year, month, day, hour == null ? "" : hour, minute == null ? "" : minute)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What people see: the names one after the other. */
    String title() {
        return String.join("-", names());
    }

    ColumnType type() {
        return hour == null ? ColumnType.DATE : ColumnType.TIMESTAMP;
    }
}
