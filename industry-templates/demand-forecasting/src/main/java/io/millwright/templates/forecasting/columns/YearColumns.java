package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.TableProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes a time that is told by two columns: the year, and the number of the week, month or quarter in it. */
final class YearColumns {

    private static final int WEEKS = 53;
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int EARLIEST = 1950;
    private static final int LATEST = 2100;
    private static final List<String> YEARS =
            List.of("year", "jahr", "ano", "annee", "anno", "jaar", "rok", "ar", "yr");
    private static final List<String> DAY_NAMES =
            List.of("day", "tag", "dia", "jour", "giorno", "dag", "dayofmonth", "dom");
    private static final List<String> WEEK_NAMES =
            List.of("week", "woche", "kw", "semana", "semaine", "settimana", "wk", "weeknum");

    private YearColumns() {}

    /** The column of the year; null where the time stands for itself. */
    static @Nullable String beside(TableProfile profile, String time, Set<String> taken) {
        ColumnProfile part = profile.columns().get(time);
        if (part == null || !part.isNumber() || !part.whole() || part.minimum() < 1 || part.maximum() > WEEKS) {
            return null;
        }
        return alone(profile, taken);
    }

    /** A column of years; null where there is none. */
    static @Nullable String alone(TableProfile profile, Set<String> taken) {
        return profile.columns().values().stream()
                .filter(column -> !taken.contains(column.name()) && column.isNumber() && column.whole())
                .filter(column -> column.minimum() >= EARLIEST && column.maximum() <= LATEST)
                .map(ColumnProfile::name)
                .filter(name -> NameFit.words(name).stream().anyMatch(YEARS::contains))
                .findFirst()
                .orElse(null);
    }

    /** @throws TemplateException where a day is told by three columns, which cannot be put together */
    static void refuseDayOfMonth(String time, @Nullable String year) throws TemplateException {
        boolean day = year != null && NameFit.words(time).stream().anyMatch(DAY_NAMES::contains);
        if (day) {
            throw TemplateException.user(
                    "date-in-parts",
                    "The date is told by \"%s\", \"%s\" and the month, each in a column of its own."
                            .formatted(year, time),
                    "Bring one column with the date, such as 2024-03-31.");
        }
    }

    /** What part of the year a column is: week, month or quarter. */
    static String part(TableProfile profile, String time) {
        ColumnProfile part = profile.columns().get(time);
        boolean weeks = NameFit.words(time).stream().anyMatch(WEEK_NAMES::contains);
        double most = part == null ? WEEKS : part.maximum();
        return weeks || most > MONTHS ? "week" : most > QUARTERS ? "month" : "quarter";
    }
}
