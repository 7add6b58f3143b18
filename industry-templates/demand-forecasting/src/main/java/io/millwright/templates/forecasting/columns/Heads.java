package io.millwright.templates.forecasting.columns;

import io.millwright.templates.forecasting.layout.Layout.Head;
import io.millwright.templates.forecasting.layout.Layout.Kind;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MonthNames;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.YearParts;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Recognizes columns whose heads are the twelve months, the four quarters or the 24 hours. */
record Heads(TableProfile profile) {

    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int HOURS = 24;
    private static final Pattern HOUR = Pattern.compile(
            "(?:h|hr|he|hour|stunde|std|heure|hora|ora|uur)?[\\s_.-]*(\\d{1,2})(?::00(?::00)?|\\s*(?:h|uhr))?",
            Pattern.CASE_INSENSITIVE);

    /** Columns of figures and what their heads count. */
    record Found(List<Head> columns, Kind unit) {}

    Optional<Found> find() {
        return all(Kind.MONTH, Heads::month, 1, MONTHS)
                .or(() -> all(Kind.QUARTER, YearParts::quarter, 1, QUARTERS))
                .or(() -> all(Kind.HOUR, Heads::hour, 0, HOURS))
                .or(() -> all(Kind.HOUR, Heads::hour, 1, HOURS));
    }

    /** Where each number has one column of figures. */
    private Optional<Found> all(Kind unit, Function<String, OptionalInt> number, int first, int count) {
        List<Head> heads = new ArrayList<>();
        for (ColumnProfile column : profile.columns().values()) {
            OptionalInt told = number.apply(column.name());
            if (told.isPresent()
                    && (column.present() == 0 || NumberReader.of(column).isPresent())) {
                heads.add(new Head(column.name(), told.getAsInt() - (unit == Kind.HOUR ? first : 0)));
            }
        }
        int from = unit == Kind.HOUR ? 0 : first;
        boolean complete = heads.stream()
                .map(Head::number)
                .sorted()
                .toList()
                .equals(IntStream.range(from, from + count).boxed().toList());
        return complete && !flags(heads) ? Optional.of(new Found(List.copyOf(heads), unit)) : Optional.empty();
    }

    /** Whether the columns only say with 0 and 1 which month a row is of. */
    private boolean flags(List<Head> heads) {
        return heads.stream()
                .map(head -> profile.column(head.column()).orElseThrow())
                .allMatch(column -> column.whole() && column.minimum() >= 0 && column.maximum() <= 1);
    }

    /** The month that one word of a head names, as in {@code Umsatz Jan}; with a number beside it, it is of one year. */
    private static OptionalInt month(String name) {
        if (name.chars().anyMatch(Character::isDigit)) {
            return OptionalInt.empty();
        }
        List<Month> months = NameFit.words(name).stream()
                .flatMap(word -> MonthNames.month(word).stream())
                .toList();
        return months.size() == 1 ? OptionalInt.of(months.getFirst().getValue()) : OptionalInt.empty();
    }

    private static OptionalInt hour(String name) {
        Matcher hour = HOUR.matcher(name.strip());
        return hour.matches() ? OptionalInt.of(Integer.parseInt(hour.group(1))) : OptionalInt.empty();
    }
}
