package io.millwright.templates.fraud.ledger;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.learning.encoding.ClockReader;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.LabelReader;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each part of a transaction is read from a row of the file at hand. */
final class Readers {

    private static final int ABSENT = -1;

    /** A date outside these, such as 0001-01-01, 1900-01-01 or 9999-12-31, stands for none. */
    private static final long EARLIEST = LocalDate.of(1901, 1, 1).toEpochDay() * Transactions.DAY;

    private static final long LATEST = LocalDate.of(2101, 1, 1).toEpochDay() * Transactions.DAY;

    private final List<String> names = new ArrayList<>();
    private final TableProfile profile;
    private final List<ExtraReader> extras = new ArrayList<>();
    private final List<String> missingExtras = new ArrayList<>();
    private final int timeAt;
    private final int clockAt;
    private final int amountAt;
    private final int customerAt;
    private final int terminalAt;
    private final int labelAt;
    private final @Nullable MomentReader moments;
    private final @Nullable ClockReader clocks;
    private final @Nullable NumberReader amounts;
    private final @Nullable LabelReader labels;

    private Readers(TableProfile profile, ColumnPlan plan, @Nullable LabelReader labels) throws TemplateException {
        this.profile = profile;
        this.labels = labels;
        timeAt = required(plan.time());
        ColumnProfile clock =
                plan.clock() == null ? null : profile.column(plan.clock()).orElse(null);
        clocks = clock == null ? null : ClockReader.of(clock).orElse(null);
        clockAt = clock == null || clocks == null ? ABSENT : position(clock);
        amountAt = required(plan.amount());
        customerAt = required(plan.customer());
        terminalAt = required(plan.terminal());
        labelAt = labels == null
                ? ABSENT
                : profile.column(plan.label()).map(this::position).orElse(ABSENT);
        moments = plan.time() == null ? null : moments(plan.time(), plan.timeFormat());
        amounts = plan.amount() == null ? null : amounts(plan.amount());
        for (Extra extra : plan.extras()) {
            extras.add(extra(extra));
        }
    }

    static Readers of(TableProfile profile, ColumnPlan plan, @Nullable LabelReader labels) throws TemplateException {
        return new Readers(profile, plan, labels);
    }

    /** The columns to open, as the file names them. */
    List<String> names() {
        return names;
    }

    List<String> missingExtras() {
        return missingExtras;
    }

    long time(RowCursor row) {
        long day = moments == null ? Transactions.NO_TIME : moments.read(row, timeAt);
        if (moments != null && moments.absolute() && (day < EARLIEST || day > LATEST)) {
            return Transactions.NO_TIME;
        }
        if (clocks == null || day == MomentReader.MISSING) {
            return day;
        }
        long clock = clocks.read(row, clockAt);
        return clock == MomentReader.MISSING ? day : day + clock;
    }

    double amount(RowCursor row) {
        return amounts == null ? Double.NaN : amounts.read(row, amountAt);
    }

    @Nullable
    String customer(RowCursor row) {
        return customerAt == ABSENT ? null : row.text(customerAt);
    }

    @Nullable
    String terminal(RowCursor row) {
        return terminalAt == ABSENT ? null : row.text(terminalAt);
    }

    byte label(RowCursor row) {
        return labelAt == ABSENT || labels == null ? Transactions.UNKNOWN : labels.read(row, labelAt);
    }

    float extra(int extra, RowCursor row, long time) {
        return extras.get(extra).read(row, time);
    }

    private int required(@Nullable String name) throws TemplateException {
        return name == null ? ABSENT : position(column(name));
    }

    private int position(ColumnProfile column) {
        names.add(column.name());
        return names.size() - 1;
    }

    private ColumnProfile column(String name) throws TemplateException {
        return profile.column(name)
                .orElseThrow(() -> TemplateException.user(
                        "column-missing",
                        "The file has no column \"%s\", which the model was trained with.".formatted(name),
                        "Name the column as in the training file; this file has: "
                                + String.join(", ", profile.columns().keySet()) + "."));
    }

    private MomentReader moments(String name, @Nullable String format) throws TemplateException {
        ColumnProfile column = column(name);
        if (column.present() == 0) {
            return new MomentReader("nothing", true, (row, at) -> MomentReader.MISSING);
        }
        Optional<MomentReader> reader = MomentReader.of(column, format == null ? "" : format);
        return reader.orElseThrow(() -> TemplateException.user(
                "time-unreadable",
                "The column \"%s\" cannot be read as time; it starts with \"%s\"."
                        .formatted(name, column.examples().getFirst()),
                "Write times like 2018-06-18 14:05:00."));
    }

    private NumberReader amounts(String name) throws TemplateException {
        ColumnProfile column = column(name);
        return NumberReader.of(column)
                .or(() -> column.present() == 0 ? Optional.of(NumberReader.plain()) : Optional.empty())
                .orElseThrow(() -> TemplateException.user(
                        "amount-unreadable",
                        "The column \"%s\" cannot be read as amounts; it starts with \"%s\"."
                                .formatted(name, column.examples().getFirst()),
                        "Bring a column of numbers."));
    }

    private ExtraReader extra(Extra extra) {
        Optional<ColumnProfile> column = profile.column(extra.name());
        if (column.isEmpty()) {
            missingExtras.add(extra.name());
            return (row, time) -> Float.NaN;
        }
        int at = position(column.get());
        return switch (extra.kind()) {
            case NUMBER ->
                NumberReader.of(column.get())
                        .<ExtraReader>map(numbers -> (row, time) -> (float) numbers.read(row, at))
                        .orElse((row, time) -> Float.NaN);
            case MOMENT ->
                MomentReader.of(column.get(), "")
                        .<ExtraReader>map(reader -> (row, time) -> daysBefore(reader.read(row, at), time))
                        .orElse((row, time) -> Float.NaN);
            case CATEGORY -> category(extra, at);
        };
    }

    private static ExtraReader category(Extra extra, int at) {
        Map<String, Float> codes = new HashMap<>();
        for (int code = 0; code < extra.categories().size(); code++) {
            codes.put(extra.categories().get(code), (float) code);
        }
        return (row, time) -> {
            String text = row.text(at);
            return text == null ? Float.NaN : codes.getOrDefault(text, Float.NaN);
        };
    }

    private static float daysBefore(long moment, long time) {
        if (moment == MomentReader.MISSING) {
            return Float.NaN;
        }
        long reference = time == Transactions.NO_TIME ? 0 : time;
        return (float) ((double) (reference - moment) / Transactions.DAY);
    }

    /** Reads one further column. */
    @FunctionalInterface
    private interface ExtraReader {
        float read(RowCursor row, long time);
    }
}
