package io.millwright.templates.maintenance.conditions;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Finds the conditions of a fleet. */
    public static Conditions of(Fleet fleet) {
        Map<Integer, Levels> settings = switches(fleet, fleet.settings(), 0);
        Map<Integer, Levels> sensors = switches(fleet, fleet.sensors(), TURNED);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Conditions found = new Conditions(settings, sensors, numbers);
        if (!settings.isEmpty() || !sensors.isEmpty()) {
            for (int row = 0; row < fleet.rows(); row++) {
                numbers.putIfAbsent(found.key(fleet, row), numbers.size() + 1);
            }
        }
        return found;
    }

    private static Map<Integer, Levels> switches(Fleet fleet, float[][] columns, double turned) {
        Map<Integer, Levels> found = new LinkedHashMap<>();
        for (int column = 0; column < columns.length; column++) {
            Optional<Levels> levels = Levels.of(columns[column]);
            if (levels.isPresent() && turns(fleet, columns[column], levels.get()) >= turned) {
                found.put(column, levels.get());
            }
        }
        return found;
    }

    private static double turns(Fleet fleet, float[] values, Levels levels) {
        int turns = 0;
        int steps = 0;
        for (int asset = 0; asset < fleet.size(); asset++) {
            for (int row = fleet.first(asset) + 1; row < fleet.end(asset); row++) {
                steps++;
                turns += levels.nearest(values[row]) != levels.nearest(values[row - 1]) ? 1 : 0;
            }
        }
        return steps == 0 ? 0 : (double) turns / steps;
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
