package io.millwright.templates.maintenance.features;

import io.millwright.templates.learning.linear.LinearModel;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.conditions.Scaling;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a machine's rows into features: each used sensor and their health index, looked at in five ways, and the age.
 *
 * @param channels positions of the sensors that are used
 * @param health the sensors' combination that says how much of its life a machine has left, 1 or more when new
 */
public record Frame(Conditions conditions, Scaling scaling, int[] channels, LinearModel health, Windows windows) {

    /** Columns of the features. */
    public int width() {
        return (channels.length + 1) * FeatureKind.values().length + 1;
    }

    /** Names of the features, in the order of their columns. */
    public List<String> names(List<String> sensors) {
        List<String> names = new ArrayList<>();
        for (int channel = 0; channel <= channels.length; channel++) {
            String name = channel < channels.length ? sensors.get(channels[channel]) : "health of all sensors";
            for (FeatureKind kind : FeatureKind.values()) {
                names.add(name + ": " + kind.words());
            }
        }
        names.add("age");
        return names;
    }

    /** The used sensors in standard deviations, and after them the health index: for each the values from a row on. */
    public double[][] channels(Fleet fleet, int from, int to) {
        int[] condition = conditions.of(fleet, from, to);
        double[][] scaled = new double[channels.length + 1][];
        for (int channel = 0; channel < channels.length; channel++) {
            scaled[channel] = scaling.apply(fleet, channels[channel], from, condition);
        }
        double[] index = new double[to - from];
        double[] row = new double[channels.length];
        for (int at = 0; at < index.length; at++) {
            for (int channel = 0; channel < row.length; channel++) {
                row[channel] = scaled[channel][at];
            }
            index[at] = health.predict(row);
        }
        scaled[channels.length] = index;
        return scaled;
    }

    /**
     * Features of a machine's rows as if it had been watched from a row on.
     *
     * @param from the first row that is seen
     * @param to one after the last
     * @return row by row, {@link #width()} each
     */
    public float[] rows(Fleet fleet, int from, int to) {
        double[][] values = channels(fleet, from, to);
        int width = width();
        float[] cells = new float[Math.multiplyExact(to - from, width)];
        FeatureKind[] kinds = FeatureKind.values();
        for (int channel = 0; channel < values.length; channel++) {
            Trend trend = new Trend(values[channel]);
            for (int at = 0; at < to - from; at++) {
                for (int kind = 0; kind < kinds.length; kind++) {
                    cells[at * width + channel * kinds.length + kind] = (float) kinds[kind].of(trend, at, windows);
                }
            }
        }
        for (int at = 0; at < to - from; at++) {
            cells[at * width + width - 1] = (float) age(fleet, from, from + at);
        }
        return cells;
    }

    /** Counters are ages already; moments are counted from the first that was seen. */
    private static double age(Fleet fleet, int from, int row) {
        return fleet.unit() == Fleet.TimeUnit.CYCLES ? fleet.time()[row] : fleet.time()[row] - fleet.time()[from];
    }
}
