package io.millwright.templates.fraud.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.features.Words;
import io.millwright.templates.fraud.ledger.Transactions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How alerts do in parts of the judged rows: by quarter of the amounts, weekday and value of the columns of words. A mean can
 * hide a part that is missed. */
final class Segments {
    private static final int BANDS = 4;
    /** Values of a column that are told, the most frequent. */
    private static final int VALUES = 6;
    /** Rows below which a part says nothing. */
    private static final int FEWEST = 20;
    /** Parts after which no further column is told. */
    private static final int MOST = 40;

    private final Judged test;
    private final Transactions all;
    private final List<Extra> extras;
    private final double threshold;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param extras in the order of {@link Transactions#extras} */
    Segments(Judged test, Transactions all, List<Extra> extras, double threshold) {
        this.test = test;
        this.all = all;
        this.extras = extras;
        this.threshold = threshold;
    }

    /** Without rows where there are neither amounts nor days. */
    Chart.Grid chart() {
        amounts();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            add(
                    name,
                    row -> all.hasTime(row)
                            && LocalDate.ofEpochDay(all.day(row)).getDayOfWeek() == day);
        }
        for (int extra = 0; extra < extras.size(); extra++) {
            if (extras.get(extra).kind() == Extra.Kind.CATEGORY && rows.size() < MOST) {
                categories(extras.get(extra), all.extras[extra]);
            }
        }
        return new Chart.Grid(
                "segments",
                "How alerts do in parts of the rows",
                List.of("Part", "Rows", "Cases", "Alerts", "Cases found", "Alerts that are right"),
                rows);
    }

    /** The most frequent values; {@code codes} are by row of the file. */
    private void categories(Extra extra, float[] codes) {
        int[] counts = new int[extra.categories().size()];
        for (int row : test.rows()) {
            float code = codes[all.fileRow[row]];
            if (code >= 0) {
                counts[(int) code]++;
            }
        }
        IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= FEWEST)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> counts[code]).reversed())
                .limit(VALUES)
                .forEach(code -> add(
                        extra.name() + " \"" + extra.categories().get(code) + "\"",
                        row -> codes[all.fileRow[row]] == code));
    }

    private void amounts() {
        double[] sorted = Arrays.stream(test.rows())
                .mapToDouble(row -> all.amount[row])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        for (int band = 0; sorted.length > 0 && band < BANDS; band++) {
            double from = band == 0 ? Double.NEGATIVE_INFINITY : sorted[sorted.length * band / BANDS];
            double to = band == BANDS - 1 ? Double.POSITIVE_INFINITY : sorted[sorted.length * (band + 1) / BANDS];
            String name = band == 0
                    ? "Amount below " + Words.figure(to)
                    : band == BANDS - 1
                            ? "Amount from " + Words.figure(from)
                            : "Amount " + Words.figure(from) + " to " + Words.figure(to);
            add(name, row -> all.amount[row] >= from && all.amount[row] < to);
        }
    }

    private void add(String name, IntPredicate inside) {
        int count = 0;
        int cases = 0;
        int alerts = 0;
        int right = 0;
        for (int at = 0; at < test.rows().length; at++) {
            if (inside.test(test.rows()[at])) {
                boolean alert = test.probabilities()[at] >= threshold;
                count++;
                cases += test.labels()[at];
                alerts += alert ? 1 : 0;
                right += alert ? test.labels()[at] : 0;
            }
        }
        if (count > 0) {
            rows.add(List.of(
                    name, whole(count), whole(cases), whole(alerts), share(right, cases), share(right, alerts)));
        }
    }

    private static String whole(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : Words.percent((double) part / whole);
    }
}
