package io.millwright.templates.maintenance.conditions;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The conditions that machines run under: each combination of levels of the columns that are switches. A fleet without such
 * columns has one.
 *
 * @param settings positions of those settings that keep to levels, with their levels
 * @param sensors positions of columns taken for sensors by name that are switches all the same, with their levels
 * @param numbers condition by the levels' positions, joined by commas; 0 is for combinations never seen
 */
public record Conditions(Map<Integer, Levels> settings, Map<Integer, Levels> sensors, Map<String, Integer> numbers) {

    /** A switch is turned in so many steps at least; a column that changes less is a drift or a step of wear. */
    private static final double TURNED = 0.05;

    /** Of a condition with fewer rows it is not known how sensors behave under it. */
    private static final double LEAST_ROWS = 30;

    /** Finds the conditions of a fleet. */
    public static Conditions of(Fleet fleet) {
        Map<Integer, Levels> settings = new LinkedHashMap<>();
        int[] condition = new int[fleet.rows()];
        for (int column = 0; column < fleet.settings().length; column++) {
            Optional<Levels> levels = Levels.of(fleet.settings()[column]);
            if (levels.isPresent()) {
                settings.put(column, levels.get());
                condition = crossed(condition, positions(fleet.settings()[column], levels.get()));
            }
        }
        Map<Integer, Levels> sensors = switches(fleet, condition);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Conditions found = new Conditions(settings, sensors, numbers);
        if (!settings.isEmpty() || !sensors.isEmpty()) {
            for (int row = 0; row < fleet.rows(); row++) {
                numbers.putIfAbsent(found.key(fleet, row), numbers.size() + 1);
            }
        }
        return found;
    }

    /** Sensors that are switches, those of few levels first, as long as conditions have rows enough. */
    private static Map<Integer, Levels> switches(Fleet fleet, int[] given) {
        Map<Integer, Levels> candidates = new TreeMap<>();
        for (int column = 0; column < fleet.sensors().length; column++) {
            Optional<Levels> levels = Levels.of(fleet.sensors()[column]);
            if (levels.isPresent() && isSwitch(fleet, fleet.sensors()[column], levels.get())) {
                candidates.put(column, levels.get());
            }
        }
        Map<Integer, Levels> kept = new TreeMap<>();
        int[] condition = given;
        for (Map.Entry<Integer, Levels> candidate : candidates.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().centres().length))
                .toList()) {
            int[] finer = crossed(condition, positions(fleet.sensors()[candidate.getKey()], candidate.getValue()));
            if (fleet.rows() >= LEAST_ROWS * (1 + Arrays.stream(finer).max().orElse(0))) {
                kept.put(candidate.getKey(), candidate.getValue());
                condition = finer;
            }
        }
        return kept;
    }

    private static boolean isSwitch(Fleet fleet, float[] values, Levels levels) {
        int[] at = positions(values, levels);
        if (turns(fleet, at) < TURNED) {
            return false;
        }
        for (int row = 0; row < at.length; row++) {
            at[row] = Float.isNaN(values[row]) ? -1 : at[row];
        }
        return !Rounding.of(fleet, at, levels);
    }

    private static double turns(Fleet fleet, int[] at) {
        int turns = 0;
        int steps = 0;
        for (int asset = 0; asset < fleet.size(); asset++) {
            for (int row = fleet.first(asset) + 1; row < fleet.end(asset); row++) {
                steps++;
                turns += at[row] != at[row - 1] ? 1 : 0;
            }
        }
        return steps == 0 ? 0 : (double) turns / steps;
    }

    private static int[] positions(float[] values, Levels levels) {
        int[] at = new int[values.length];
        for (int row = 0; row < at.length; row++) {
            at[row] = levels.nearest(values[row]);
        }
        return at;
    }

    /** The number of each row's combination, from 0 in the order of appearance. */
    private static int[] crossed(int[] one, int[] other) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] found = new int[one.length];
        for (int row = 0; row < found.length; row++) {
            long pair = ((long) one[row] << Integer.SIZE) | (other[row] + 1L);
            Integer number = numbers.get(pair);
            if (number == null) {
                number = numbers.size();
                numbers.put(pair, number);
            }
            found[row] = number;
        }
        return found;
    }

    /** How many there are, with the one for combinations never seen. */
    public int count() {
        return numbers.size() + 1;
    }

    /** The condition of each row. */
    public int[] of(Fleet fleet, int from, int to) {
        int[] found = new int[to - from];
        if (!numbers.isEmpty()) {
            for (int row = from; row < to; row++) {
                found[row - from] = numbers.getOrDefault(key(fleet, row), 0);
            }
        }
        return found;
    }

    private String key(Fleet fleet, int row) {
        List<String> levels = new ArrayList<>();
        settings.forEach((column, each) -> levels.add(Integer.toString(each.nearest(fleet.settings()[column][row]))));
        sensors.forEach((column, each) -> levels.add(Integer.toString(each.nearest(fleet.sensors()[column][row]))));
        return String.join(",", levels);
    }
}
