package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.templates.forecasting.layout.Layout;
import io.millwright.templates.forecasting.layout.Layout.Kind;
import io.millwright.templates.forecasting.layout.Layout.Part;
import io.millwright.templates.learning.encoding.ClockReader;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.MonthNames;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.YearParts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds times that are told in parts: a date in three columns, a year beside a month in words, a date beside an hour, or
 * months, quarters and hours in the heads of columns beside a year or a date.
 */
final class LayoutFinder {

    private static final List<String> MONTHS =
            List.of("month", "monat", "mes", "mois", "mese", "maand", "manad", "maaned", "miesiac", "mm", "mo", "mth");
    private static final List<String> DAYS =
            List.of("day", "tag", "dia", "jour", "giorno", "dag", "dayofmonth", "dom", "dd", "dzien", "mday");
    private static final List<String> QUARTERS =
            List.of("quarter", "quartal", "trimestre", "kwartaal", "kvartal", "kwartal", "qtr", "q");
    private static final List<String> HOURS =
            List.of("hour", "hr", "stunde", "std", "heure", "hora", "ora", "uur", "time", "hh", "timme", "godzina");
    /** A column of years that is not named so holds those of our time. */
    private static final int UNNAMED_EARLIEST = 1900;

    private static final int LOOKED_AT = 2_000;
    private static final int LAST_HOUR = 24;

    private final TableInput table;
    private final TableProfile profile;
    private final String chosen;
    private final String value;

    LayoutFinder(TableInput table, TableProfile profile, OptionValues options) {
        this.table = table;
        this.profile = profile;
        this.chosen = options.text(Role.TIME.option()).orElse("").strip();
        this.value = options.text(Role.VALUE.option()).orElse("").strip();
    }

    /** Empty where one column tells the time, or a person chose another one. */
    Optional<Layout> find() {
        if (chosen.equalsIgnoreCase(ColumnFinder.NONE)) {
            return Optional.empty();
        }
        return across().or(this::inParts)
                .filter(layout -> chosen.isEmpty()
                        || layout.parts().stream()
                                .anyMatch(part -> part.column().equals(chosen)));
    }

    private Optional<Layout> across() {
        return new Heads(profile)
                .find()
                .filter(heads -> value.isEmpty()
                        || heads.columns().stream()
                                .anyMatch(head -> head.column().equals(value)))
                .flatMap(heads -> (heads.unit() == Kind.HOUR ? date() : year())
                        .map(part -> new Layout(part.column(), List.of(part), heads.columns(), heads.unit(), free())));
    }

    private Optional<Layout> inParts() {
        Optional<Part> date = date();
        if (date.isPresent()) {
            return hour().filter(hour -> !column(date.get()).allDifferent())
                    .map(hour -> layout(date.get().column(), List.of(date.get(), hour)));
        }
        if (profile.columns().values().stream().anyMatch(CalendarParts::isDate)) {
            return Optional.empty();
        }
        Optional<Part> year = year().filter(part -> YearColumns.named(part.column()));
        Optional<Part> month =
                part(MONTHS, Kind.MONTH, this::isMonth).or(() -> part(QUARTERS, Kind.QUARTER, this::isQuarter));
        if (year.isEmpty() || month.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>(List.of(year.get(), month.get()));
        part(DAYS, Kind.DAY, column -> numbers(column, 1, 31))
                .filter(day -> month.get().kind() == Kind.MONTH)
                .ifPresent(parts::add);
        boolean day = parts.size() > 2;
        if (day) {
            hour().ifPresent(parts::add);
        }
        // a year and the number of a month, or of a quarter, are understood without where the name says what the number
        // is
        boolean other = column(month.get()).type() == ColumnType.TEXT
                || NameFit.of(month.get().column(), Role.TIME) == 0;
        return day || other ? Optional.of(layout(parts.get(day ? 2 : 1).column(), parts)) : Optional.empty();
    }

    private Layout layout(String time, List<Part> parts) {
        boolean part = parts.stream().anyMatch(each -> each.column().equals(chosen));
        return new Layout(part ? chosen : time, parts, List.of(), Kind.DATE, "");
    }

    private ColumnProfile column(Part part) {
        return profile.column(part.column()).orElseThrow();
    }

    private Optional<Part> year() {
        Predicate<ColumnProfile> years = column -> numbers(column, YearColumns.EARLIEST, YearColumns.LATEST);
        return profile.columns().values().stream()
                .filter(years.and(column -> YearColumns.named(column.name())))
                .findFirst()
                .or(() -> profile.columns().values().stream()
                        .filter(column -> numbers(column, UNNAMED_EARLIEST, YearColumns.LATEST))
                        .findFirst())
                .map(column -> new Part(column.name(), Kind.YEAR, "", 0));
    }

    private Optional<Part> hour() {
        return profile.columns().values().stream()
                .filter(column -> column.distinct() > 2)
                .filter(column ->
                        ClockReader.of(column).isPresent() || named(column, HOURS) && numbers(column, 0, LAST_HOUR))
                .findFirst()
                .map(column -> new Part(column.name(), Kind.HOUR, "", column.maximum() == LAST_HOUR ? 1 : 0));
    }

    /** A column of days without a time of day. */
    private Optional<Part> date() {
        return profile.columns().values().stream()
                .filter(CalendarParts::isDate)
                .sorted(Comparator.comparingInt(column -> -NameFit.of(column.name(), Role.TIME)))
                .flatMap(column -> MomentReader.of(column, "").stream()
                        .filter(moments -> wholeDays(column, moments))
                        .map(moments -> new Part(column.name(), Kind.DATE, moments.format(), 0)))
                .findFirst();
    }

    private boolean wholeDays(ColumnProfile column, MomentReader moments) {
        try (RowCursor row = table.open(List.of(column.name()))) {
            for (int at = 0; at < LOOKED_AT && row.next(); at++) {
                long moment = moments.read(row, 0);
                if (moment != MomentReader.MISSING && Math.floorMod(moment, MomentReader.DAY) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<Part> part(List<String> names, Kind kind, Predicate<ColumnProfile> fits) {
        return profile.columns().values().stream()
                .filter(column -> named(column, names) && fits.test(column))
                .findFirst()
                .map(column -> new Part(column.name(), kind, "", 0));
    }

    private boolean isMonth(ColumnProfile column) {
        return numbers(column, 1, 12)
                || words(column, text -> MonthNames.month(text).isPresent());
    }

    private boolean isQuarter(ColumnProfile column) {
        return words(column, text -> YearParts.quarter(text).isPresent());
    }

    private static boolean words(ColumnProfile column, Predicate<String> fits) {
        return column.type() == ColumnType.TEXT
                && column.present() > 0
                && column.examples().stream().allMatch(fits);
    }

    private static boolean numbers(ColumnProfile column, int least, int most) {
        return column.isNumber()
                && column.present() > 0
                && column.whole()
                && column.minimum() >= least
                && column.maximum() <= most;
    }

    private static boolean named(ColumnProfile column, List<String> names) {
        return NameFit.words(column.name()).stream().anyMatch(names::contains);
    }

    private String free() {
        String name = "value";
        while (profile.columns().containsKey(name)) {
            name += "_";
        }
        return name;
    }
}
