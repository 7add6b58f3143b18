package io.millwright.templates.maintenance.life.model;

import io.millwright.templates.learning.linear.LinearModel;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.conditions.Scaling;
import io.millwright.templates.maintenance.features.Frame;
import io.millwright.templates.maintenance.features.Windows;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.life.LifeIntervals;
import io.millwright.templates.maintenance.life.LifeModel;
import io.millwright.templates.maintenance.model.ModelFolder;
import java.util.List;
import java.util.Map;

/**
 * All of a model but its trees, as JSON.
 *
 * @param format version of this layout
 * @param task the question
 * @param unit what time is counted in
 * @param level share of lives that shall end within the interval
 * @param alarm remaining life below which a machine is cause for alarm
 * @param featureNames columns of the trees, in their order
 * @param members how many files of trees there are
 * @param digests SHA-256 of the files of trees
 */
public record Recipe(
        int format,
        String task,
        ColumnPlan columns,
        Fleet.TimeUnit unit,
        Conditions conditions,
        Scaling scaling,
        int[] channels,
        LinearModel health,
        Windows windows,
        double cut,
        LifeIntervals intervals,
        double level,
        double alarm,
        List<String> featureNames,
        int members,
        Map<String, String> digests)
        implements ModelFolder.Named {

    private static final String TASK = "remaining life";

    public static Recipe of(
            ColumnPlan plan,
            LifeModel model,
            LifeIntervals intervals,
            double level,
            double alarm,
            Fleet.TimeUnit unit) {
        Frame frame = model.frame();
        return new Recipe(
                ModelFolder.FORMAT,
                TASK,
                plan,
                unit,
                frame.conditions(),
                frame.scaling(),
                frame.channels(),
                frame.health(),
                frame.windows(),
                model.cut(),
                intervals,
                level,
                alarm,
                frame.names(plan.sensors()),
                model.members().size(),
                Map.of());
    }

    Recipe withDigests(Map<String, String> found) {
        return new Recipe(
                format,
                task,
                columns,
                unit,
                conditions,
                scaling,
                channels,
                health,
                windows,
                cut,
                intervals,
                level,
                alarm,
                featureNames,
                members,
                found);
    }

    Frame frame() {
        return new Frame(conditions, scaling, channels, health, windows);
    }
}
