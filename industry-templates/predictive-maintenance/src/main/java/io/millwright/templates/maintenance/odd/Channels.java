package io.millwright.templates.maintenance.odd;

import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is measured: the sensors and those settings that are no switches.
 *
 * @param settings positions of settings
 * @param sensors positions of sensors
 */
record Channels(int[] settings, int[] sensors) {

    static Channels of(ColumnPlan plan, Conditions conditions) {
        return new Channels(
                IntStream.range(0, plan.settings().size())
                        .filter(at -> !conditions.settings().containsKey(at))
                        .toArray(),
                IntStream.range(0, plan.sensors().size())
                        .filter(at -> !conditions.sensors().containsKey(at))
                        .toArray());
    }

    int count() {
        return settings.length + sensors.length;
    }

    List<String> names(ColumnPlan plan) {
        List<String> names = new ArrayList<>();
        IntStream.of(settings).forEach(at -> names.add(plan.settings().get(at)));
        IntStream.of(sensors).forEach(at -> names.add(plan.sensors().get(at)));
        return names;
    }

    /** For each channel the value of each row of the fleet. */
    float[][] values(Fleet fleet) {
        float[][] values = new float[count()][];
        for (int at = 0; at < settings.length; at++) {
            values[at] = fleet.settings()[settings[at]];
        }
        for (int at = 0; at < sensors.length; at++) {
            values[settings.length + at] = fleet.sensors()[sensors[at]];
        }
        return values;
    }
}
