package io.millwright.templates.forecasting.panel;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.columns.StepColumns;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
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
        Panel panel = plan.wide() ? wide(known) : new LongReader(table, profile, plan, notes, known).read();
        if (panel.series().isEmpty() && (known == null || panel.newcomers().isEmpty())) {
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
        List<LongReader.Beside> besides = LongReader.besides(plan, profile, opened);
        Map<List<String>, Series> found = new LinkedHashMap<>();
        // a later file may begin with a later column
        long origin = known == null
                ? 0
                : StepColumns.day(plan.steps().getFirst())
                        .filter(day -> known.unit() != Clock.Unit.NUMBER)
                        .map(day -> known.index(day.toEpochDay() * DAY))
                        .orElse(0L);
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
                float[][] beside = new float[besides.size()][Math.max(0, end - first)];
                for (int column = 0; column < beside.length; column++) {
                    Arrays.fill(beside[column], besides.get(column).read(cursor));
                }
                if (end > first
                        && found.put(
                                        keys,
                                        new Series(
                                                keys, origin + first, Arrays.copyOfRange(values, first, end), beside))
                                != null) {
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
        return keys(cursor, plan.keys().size());
    }

    /** What names the series of a row whose first columns are the keys. */
    static List<String> keys(RowCursor cursor, int count) {
        List<String> keys = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String text = cursor.text(at);
            keys.add(text == null ? "" : text.strip());
        }
        return List.copyOf(keys);
    }

    private NumberReader numbers(String name) {
        return numbers(profile, name);
    }

    static NumberReader numbers(TableProfile profile, String name) {
        return profile.column(name).flatMap(NumberReader::of).orElse(NumberReader.plain());
    }
}
