package io.millwright.templates.forecasting.panel;

import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file with a row for each series and step. A row without a value tells what is known of a step ahead.
 */
final class LongReader {

    private final TableInput table;
    private final TableProfile profile;
    private final ColumnPlan plan;
    private final Notes notes;
    private final @Nullable Clock known;
    private final Map<List<String>, Grown> found = new LinkedHashMap<>();

    LongReader(TableInput table, TableProfile profile, ColumnPlan plan, Notes notes, @Nullable Clock known) {
        this.table = table;
        this.profile = profile;
        this.plan = plan;
        this.notes = notes;
        this.known = known;
    }

    Panel read() throws TemplateException {
        List<String> opened = new ArrayList<>(plan.keys());
        opened.addAll(plan.values());
        String time = plan.time();
        @Nullable MomentReader moments = time == null ? null : moments(time);
        if (time != null) {
            opened.add(time);
        }
        String year = plan.year();
        @Nullable YearAndPart parts = year == null ? null : new YearAndPart(opened.size(), plan.format());
        if (year != null) {
            opened.add(year);
        }
        boolean plainNumbers = moments != null && !moments.absolute() && parts == null;
        if (time != null && plainNumbers) {
            refuseFractions(time);
        }
        int first = plan.keys().size();
        int clockAt = first + plan.values().size();
        List<Beside> besides = besides(plan, profile, opened);
        List<NumberReader> numbers = plan.values().stream()
                .map(name -> PanelReader.numbers(profile, name))
                .toList();
        float[] others = new float[besides.size()];
        try (RowCursor cursor = table.open(opened)) {
            while (cursor.next()) {
                for (int at = 0; at < others.length; at++) {
                    others[at] = besides.get(at).read(cursor);
                }
                List<String> named = PanelReader.keys(cursor, first);
                for (int figure = 0; figure < numbers.size(); figure++) {
                    double value = numbers.get(figure).read(cursor, first + figure);
                    List<String> keys = plan.series().isEmpty()
                            ? named
                            : List.of(plan.series().get(figure));
                    Grown grown = found.computeIfAbsent(keys, unseen -> new Grown(others.length));
                    long moment = moments == null
                            ? grown.size() + 1L
                            : parts != null
                                    ? parts.moment(cursor, clockAt)
                                    : plainNumbers && !cursor.isMissing(clockAt)
                                            ? Math.round(cursor.number(clockAt))
                                            : moments.read(cursor, clockAt);
                    if (moment != MomentReader.MISSING) {
                        grown.add(moment, Double.isFinite(value) ? value : Double.NaN, others);
                    }
                }
            }
        }
        found.values().removeIf(grown -> grown.size() == 0);
        if (found.values().stream().allMatch(Grown::empty) && known == null) {
            return new Panel(Clock.counting(), List.of());
        }
        return panel(known != null ? known : clock(moments != null && !plainNumbers));
    }

    private void refuseFractions(String time) throws TemplateException {
        ColumnProfile column = profile.columns().get(time);
        if (column != null && column.type() == ColumnType.DECIMAL && !column.whole()) {
            throw TemplateException.user(
                    "time-fractions",
                    "\"%s\" was taken for the time, but holds numbers with fractions, such as %s, which tell no steps."
                            .formatted(time, column.examples().getFirst()),
                    "Choose the column of the time, or \"none\" if the rows are in order.");
        }
    }

    private MomentReader moments(String time) throws TemplateException {
        ColumnProfile column = profile.columns().get(time);
        return java.util.Optional.ofNullable(column)
                .flatMap(seen -> MomentReader.of(seen, plan.format()))
                .orElseThrow(() -> TemplateException.user(
                        "time-unreadable",
                        "\"%s\" was chosen as the time, but holds neither dates nor numbers.".formatted(time),
                        "Choose another column, or write dates as 2024-01-31."));
    }

    /** Readers of the columns beside the values; those that the file has are opened after the others. */
    static List<Beside> besides(ColumnPlan plan, TableProfile profile, List<String> opened) {
        List<Beside> besides = new ArrayList<>();
        for (Covariate column : plan.known()) {
            if (profile.columns().containsKey(column.name())) {
                besides.add(new Beside(column, PanelReader.numbers(profile, column.name()), opened.size()));
                opened.add(column.name());
            } else {
                besides.add(new Beside(column, NumberReader.plain(), -1));
            }
        }
        return besides;
    }

    /** A column beside the value. */
    record Beside(Covariate column, NumberReader numbers, int at) {
        float read(RowCursor cursor) {
            if (at < 0 || cursor.isMissing(at)) {
                return Float.NaN;
            }
            if (!column.codes().isEmpty()) {
                String text = cursor.text(at);
                return text == null ? Float.NaN : column.code(text);
            }
            return (float) numbers.read(cursor, at);
        }
    }

    private Panel panel(Clock clock) {
        List<Series> series = new ArrayList<>();
        List<Series> newcomers = new ArrayList<>();
        int doubled = 0;
        for (var each : found.entrySet()) {
            Grown grown = each.getValue();
            Series read = grown.on(clock, each.getKey());
            (read.values().length == 0 ? newcomers : series).add(read);
            doubled += grown.doubled();
        }
        if (doubled > 0) {
            notes.warn(
                    "%,d rows share series and step with another one; they were added up. "
                            + "If they are different series, choose the columns that name them.",
                    doubled);
        }
        return new Panel(clock, series, newcomers);
    }

    private Clock clock(boolean calendar) throws TemplateException {
        UsualStep steps = UsualStep.of(found.values());
        Clock clock = calendar
                ? Clock.of(steps.first(), steps.ofCalendar(found.values()))
                : new Clock(Clock.Unit.NUMBER, steps.usual(), steps.first());
        long cells = 0;
        long points = 0;
        for (Grown grown : found.values()) {
            cells += grown.cells(clock);
            points += grown.size();
        }
        if (cells > 50 * points + 10_000) {
            throw TemplateException.user(
                    "times-irregular",
                    "The times lie on no regular grid: steps of one %s would leave nearly all of it empty."
                            .formatted(clock.word()),
                    "Add the figures up by hour, day, week or month before, or choose the column of the time.");
        }
        return clock;
    }
}
