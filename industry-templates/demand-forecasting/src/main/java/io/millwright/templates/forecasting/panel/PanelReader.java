package io.millwright.templates.forecasting.panel;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.columns.StepColumns;
import io.millwright.templates.forecasting.report.Notes;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads either layout into series. */
public final class PanelReader {

    private static final long DAY = 86_400_000_000L;

    private final TableInput table;
    private final TableProfile profile;
    private final ColumnPlan plan;
    private final Notes notes;

    public PanelReader(TableInput table, TableProfile profile, ColumnPlan plan, Notes notes) {
        this.table = table;
        this.profile = profile;
        this.plan = plan;
        this.notes = notes;
    }

    /**
     * Reads all series, in the order of their first rows.
     *
     * @param known the grid of an earlier file; null to find it
     * @throws TemplateException of kind USER when nothing can be read, or the times lie on no grid
     */
    public Panel read(@Nullable Clock known) throws TemplateException {
        Panel panel = plan.wide() ? wide(known) : new Points(known).read();
        if (panel.series().isEmpty()) {
            throw TemplateException.user(
                    "nothing-to-forecast",
                    "The file has no row with both a time and a figure.",
                    "Correct the columns of the time and the value, or bring a file that has them.");
        }
        return panel;
    }

    private Panel wide(@Nullable Clock known) throws TemplateException {
        List<NumberReader> readers = plan.steps().stream().map(this::numbers).toList();
        List<String> opened = new ArrayList<>(plan.keys());
        opened.addAll(plan.steps());
        Map<List<String>, Series> found = new LinkedHashMap<>();
        int row = 0;
        try (RowCursor cursor = table.open(opened)) {
            while (cursor.next()) {
                row++;
                double[] values = new double[plan.steps().size()];
                int first = values.length;
                int end = 0;
                for (int at = 0; at < values.length; at++) {
                    values[at] = readers.get(at).read(cursor, plan.keys().size() + at);
                    if (Double.isFinite(values[at])) {
                        first = Math.min(first, at);
                        end = at + 1;
                    } else {
                        values[at] = Double.NaN;
                    }
                }
                List<String> keys = plan.keys().isEmpty() ? List.of("row " + row) : keys(cursor);
                if (end > first
                        && found.put(keys, new Series(keys, first, Arrays.copyOfRange(values, first, end))) != null) {
                    notes.warn("\"%s\" has several rows; the last one counts.", String.join(", ", keys));
                }
            }
        }
        return new Panel(known == null ? wideClock() : known, List.copyOf(found.values()));
    }

    private Clock wideClock() {
        Optional<LocalDate> first = StepColumns.day(plan.steps().getFirst());
        Optional<LocalDate> second = plan.steps().size() < 2
                ? Optional.empty()
                : StepColumns.day(plan.steps().get(1));
        return first.isPresent() && second.isPresent()
                ? Clock.of(
                        first.get().toEpochDay() * DAY,
                        (second.get().toEpochDay() - first.get().toEpochDay()) * DAY)
                : Clock.counting();
    }

    private List<String> keys(RowCursor cursor) {
        List<String> keys = new ArrayList<>();
        for (int at = 0; at < plan.keys().size(); at++) {
            String text = cursor.text(at);
            keys.add(text == null ? "" : text.strip());
        }
        return List.copyOf(keys);
    }

    private NumberReader numbers(String name) {
        return profile.column(name).flatMap(NumberReader::of).orElse(NumberReader.plain());
    }

    /** Reads the long layout: a row for each series and step. */
    private final class Points {
        private final @Nullable Clock known;
        private final Map<List<String>, Grown> found = new LinkedHashMap<>();

        Points(@Nullable Clock known) {
            this.known = known;
        }

        Panel read() throws TemplateException {
            List<String> opened = new ArrayList<>(plan.keys());
            opened.addAll(plan.values());
            String time = plan.time();
            @Nullable MomentReader moments = null;
            boolean plainNumbers = false;
            if (time != null) {
                opened.add(time);
                ColumnProfile column = profile.columns().get(time);
                moments = column == null
                        ? null
                        : MomentReader.of(column, plan.format()).orElse(null);
                if (column == null || moments == null) {
                    throw TemplateException.user(
                            "time-unreadable",
                            "\"%s\" was chosen as the time, but holds neither dates nor numbers.".formatted(time),
                            "Choose another column, or write dates as 2024-01-31.");
                }
                plainNumbers = !moments.absolute();
            }
            List<NumberReader> numbers =
                    plan.values().stream().map(PanelReader.this::numbers).toList();
            int first = plan.keys().size();
            int clockAt = first + numbers.size();
            try (RowCursor cursor = table.open(opened)) {
                while (cursor.next()) {
                    for (int figure = 0; figure < numbers.size(); figure++) {
                        double value = numbers.get(figure).read(cursor, first + figure);
                        List<String> keys = plan.series().isEmpty()
                                ? keys(cursor)
                                : List.of(plan.series().get(figure));
                        Grown grown = found.computeIfAbsent(keys, unseen -> new Grown());
                        long moment = moments == null
                                ? grown.size() + 1L
                                : plainNumbers && !cursor.isMissing(clockAt)
                                        ? Math.round(cursor.number(clockAt))
                                        : moments.read(cursor, clockAt);
                        if (moment != MomentReader.MISSING && (Double.isFinite(value) || moments == null)) {
                            grown.add(moment, Double.isFinite(value) ? value : Double.NaN);
                        }
                    }
                }
            }
            found.values().removeIf(Grown::empty);
            Clock clock = known != null ? known : clock(moments != null && !plainNumbers);
            List<Series> series = new ArrayList<>();
            int doubled = 0;
            for (var each : found.entrySet()) {
                Grown grown = each.getValue();
                series.add(grown.on(clock, each.getKey()));
                doubled += grown.doubled();
            }
            if (doubled > 0) {
                notes.warn(
                        "%,d rows share series and step with another one; they were added up. "
                                + "If they are different series, choose the columns that name them.",
                        doubled);
            }
            return new Panel(clock, series);
        }

        private Clock clock(boolean calendar) throws TemplateException {
            Map<Long, Integer> steps = new LinkedHashMap<>();
            long first = Long.MAX_VALUE;
            for (Grown grown : found.values()) {
                first = Math.min(first, grown.countSteps(steps));
            }
            long usual = 1;
            int most = 0;
            for (var each : steps.entrySet()) {
                if (each.getValue() > most || each.getValue() == most && each.getKey() < usual) {
                    usual = each.getKey();
                    most = each.getValue();
                }
            }
            Clock clock = calendar ? Clock.of(first, usual) : new Clock(Clock.Unit.NUMBER, usual, first);
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
}
