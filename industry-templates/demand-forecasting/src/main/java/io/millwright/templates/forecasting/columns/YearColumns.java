package io.millwright.templates.forecasting.columns;

import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.TableProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes a time that is told by two columns: the year, and the number of the week, month or quarter in it. */
final class YearColumns {

    private static final int WEEKS = 53;
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    static final int EARLIEST = 1700;
    static final int LATEST = 2100;
    private static final List<String> YEARS =
            List.of("year", "jahr", "ano", "annee", "an", "anno", "jaar", "rok", "ar", "yr", "yyyy");
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
                .filter(column -> !taken.contains(column.name()) && column.isNumber())
                .filter(column -> column.whole() || absolute(column))
                .filter(column -> column.minimum() >= EARLIEST && column.maximum() <= LATEST)
                .map(ColumnProfile::name)
                .filter(YearColumns::named)
                .findFirst()
                .orElse(null);
    }

    /** Whether a column is called a year. */
    static boolean named(String column) {
        return NameFit.words(column).stream().anyMatch(YEARS::contains);
    }

    /** Years with parts, such as 1949.917. */
    private static boolean absolute(ColumnProfile column) {
        return MomentReader.of(column, "").filter(MomentReader::absolute).isPresent();
    }

    /** What part of the year a column is: week, month or quarter. */
    static String part(TableProfile profile, String time) {
        ColumnProfile part = profile.columns().get(time);
        boolean weeks = NameFit.words(time).stream().anyMatch(WEEK_NAMES::contains);
        double most = part == null ? WEEKS : part.maximum();
        return weeks || most > MONTHS ? "week" : most > QUARTERS ? "month" : "quarter";
    }
}
