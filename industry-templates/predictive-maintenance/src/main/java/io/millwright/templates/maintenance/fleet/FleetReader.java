package io.millwright.templates.maintenance.fleet;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.fleet.Fleet.TimeUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a file into a {@link Fleet}: any order of rows, any spelling of time and numbers. */
public final class FleetReader {

    /** Machines that are watched for less are told of in hours. */
    private static final double FEW_DAYS = 10;

    private static final String ONE = "the machine";

    private final TableInput table;
    private final TableProfile profile;
    private final ColumnPlan plan;
    private final Notes notes;

    public FleetReader(TableInput table, TableProfile profile, ColumnPlan plan, Notes notes) {
        this.table = table;
        this.profile = profile;
        this.plan = plan;
        this.notes = notes;
    }

    /** @throws TemplateException of kind USER when a column is not there, cannot be read, or no row is left */
    public Fleet read() throws TemplateException {
        Fleet fleet = read(Clock.of(timeColumn()));
        return fleet.unit() == TimeUnit.DAYS && fleet.medianSpan() < FEW_DAYS && fleet.hasTimesOfDay()
                ? fleet.inHours()
                : fleet;
    }

    /** The same with the time counted as a model counts it. */
    public Fleet read(TimeUnit wanted) throws TemplateException {
        return read(Clock.of(timeColumn(), wanted));
    }

    private Fleet read(Clock clock) throws TemplateException {
        int rows = Math.toIntExact(table.rowCount());
        List<String> names = new ArrayList<>();
        int assetAt = add(names, plan.asset());
        int timeAt = add(names, plan.time());
        int partAt = add(names, plan.part());
        List<NumberReader> readers = new ArrayList<>();
        List<String> numbers = new ArrayList<>(plan.settings());
        numbers.addAll(plan.sensors());
        int numberAt = names.size();
        for (String number : numbers) {
            names.add(column(number).name());
            readers.add(reader(number));
        }
        int modeAt = names.size();
        List<Map<String, Integer>> codes = new ArrayList<>();
        for (ColumnPlan.Mode mode : plan.modes()) {
            names.add(column(mode.column()).name());
            Map<String, Integer> code = new HashMap<>();
            mode.words().forEach(word -> code.put(word, code.size()));
            codes.add(code);
        }
        int[] asset = new int[rows];
        double[] time = new double[rows];
        float[][] values = new float[numbers.size()][rows];
        float[][] modes = new float[codes.size()][rows];
        Map<String, Integer> known = new HashMap<>();
        List<String> assets = new ArrayList<>();
        int row = 0;
        try (RowCursor cursor = table.open(names)) {
            while (cursor.next()) {
                String name = assetAt < 0 ? ONE : String.valueOf(cursor.text(assetAt));
                if (partAt >= 0) {
                    name = cursor.text(partAt) + " / " + name;
                }
                Integer number = known.get(name);
                if (number == null) {
                    number = assets.size();
                    known.put(name, number);
                    assets.add(name);
                }
                asset[row] = number;
                time[row] = timeAt < 0 ? row : clock.read(cursor, timeAt);
                for (int at = 0; at < readers.size(); at++) {
                    values[at][row] = (float) readers.get(at).read(cursor, numberAt + at);
                }
                for (int at = 0; at < codes.size(); at++) {
                    Integer code = codes.get(at).get(cursor.text(modeAt + at));
                    // a code of its own for words that are not known: no condition has it
                    modes[at][row] = code == null ? codes.get(at).size() : code;
                }
                row++;
            }
        }
        return sorted(assets, asset, time, withModes(values, modes), clock.unit());
    }

    private Fleet sorted(List<String> assets, int[] asset, double[] time, float[][] values, TimeUnit unit)
            throws TemplateException {
        Integer[] order = IntStream.range(0, time.length)
                .filter(row -> !Double.isNaN(time[row]))
                .boxed()
                .toArray(Integer[]::new);
        if (order.length == 0) {
            throw TemplateException.user(
                    "no-rows",
                    "The file has no row with a time that can be read.",
                    "Bring a file with rows, or choose another column of time.");
        }
        if (order.length < time.length) {
            notes.warn("%,d rows have no readable time and were left out.", time.length - order.length);
        }
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(row -> asset[row])
                        .thenComparingDouble(row -> time[row])
                        .thenComparingInt(row -> row));
        int[] start = new int[assets.size() + 1];
        for (int row : order) {
            start[asset[row] + 1]++;
        }
        for (int at = 0; at < assets.size(); at++) {
            start[at + 1] += start[at];
        }
        int[] source = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        int settings = plan.settings().size() + plan.modes().size();
        float[][] arranged = new float[values.length][source.length];
        for (int column = 0; column < values.length; column++) {
            for (int at = 0; at < source.length; at++) {
                arranged[column][at] = values[column][source[at]];
            }
        }
        double[] times = new double[source.length];
        for (int at = 0; at < source.length; at++) {
            times[at] = time[source[at]];
        }
        return new Fleet(
                List.copyOf(assets),
                start,
                times,
                Arrays.copyOfRange(arranged, 0, settings),
                Arrays.copyOfRange(arranged, settings, arranged.length),
                source,
                unit);
    }

    /** Settings, modes, sensors. */
    private float[][] withModes(float[][] numbers, float[][] modes) {
        int settings = plan.settings().size();
        float[][] all = new float[numbers.length + modes.length][];
        System.arraycopy(numbers, 0, all, 0, settings);
        System.arraycopy(modes, 0, all, settings, modes.length);
        System.arraycopy(numbers, settings, all, settings + modes.length, numbers.length - settings);
        return all;
    }

    private int add(List<String> names, @Nullable String column) throws TemplateException {
        if (column == null) {
            return -1;
        }
        names.add(column(column).name());
        return names.size() - 1;
    }

    private @Nullable ColumnProfile timeColumn() throws TemplateException {
        return plan.time() == null ? null : column(plan.time());
    }

    private ColumnProfile column(String name) throws TemplateException {
        return profile.column(name)
                .orElseThrow(() -> TemplateException.user(
                        "column-missing",
                        "The file has no column \"%s\".".formatted(name),
                        "Bring a file with the columns that the model was trained on."));
    }

    private NumberReader reader(String name) throws TemplateException {
        ColumnProfile column = column(name);
        if (column.present() == 0) {
            return NumberReader.plain();
        }
        return NumberReader.of(column)
                .orElseThrow(() -> TemplateException.user(
                        "column-not-a-number",
                        "The column \"%s\" holds text where numbers are measured.".formatted(name),
                        "Bring a file whose column \"%s\" holds numbers.".formatted(name)));
    }
}
