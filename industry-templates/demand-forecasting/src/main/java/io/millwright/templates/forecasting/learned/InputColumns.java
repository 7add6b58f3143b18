package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.columns.Covariate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of the step that is forecast: prices against what they were and against the others', promotions and what
 * they did, holidays around the step.
 */
final class InputColumns {

    private static final int[] WINDOWS = {8, 26};

    private final Shape shape;

    InputColumns(Shape shape) {
        this.shape = shape;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Input input : shape.inputs()) {
            String name = input.name();
            names.add(name);
            if (!input.changes()) {
                continue;
            }
            names.add(name + " a step before");
            if (input.kind() == Covariate.Kind.FLAG) {
                names.addAll(
                        List.of(name + " two steps before", name + " a step after", name + ": steps since the last"));
                names.addAll(List.of(name + ": level with", name + ": level without"));
                if (input.own()) {
                    names.add(name + " of others");
                }
            } else {
                names.addAll(List.of(name + " against 8 steps", name + " against 26 steps"));
                names.addAll(List.of(name + " against its least", name + " against its most"));
                if (input.own()) {
                    names.addAll(List.of(name + " against others", name + " against the least of others"));
                }
            }
        }
        return names;
    }

    int write(Track track, Surroundings surroundings, int target, int now, float[] row, int first) {
        int at = first;
        for (int input = 0; input < shape.inputs().size(); input++) {
            Input told = shape.inputs().get(input);
            float value = track.input(input, target);
            row[at++] = told.against() < 0 ? value : value - track.input(told.against(), target);
            if (!told.changes()) {
                continue;
            }
            row[at++] = track.input(input, target - 1);
            boolean around = told.own() && surroundings.knows(track, target);
            if (told.kind() == Covariate.Kind.FLAG) {
                row[at++] = track.input(input, target - 2);
                row[at++] = track.input(input, target + 1);
                at = history(track, input, target, now, row, at);
                if (told.own()) {
                    row[at++] = around ? (float) surroundings.mean(input, track, target) : Float.NaN;
                }
            } else {
                at = against(track, input, target, value, row, at);
                if (told.own()) {
                    row[at++] = around ? (float) (value - surroundings.mean(input, track, target)) : Float.NaN;
                    row[at++] = around ? (float) (value - surroundings.least(input, track, target)) : Float.NaN;
                }
            }
        }
        return at;
    }

    /** Against means, least and most of the steps before, all of which are known. */
    private static int against(Track track, int input, int target, float value, float[] row, int first) {
        double sum = 0;
        int count = 0;
        double least = Double.NaN;
        double most = Double.NaN;
        int at = first;
        int back = 1;
        for (int window : WINDOWS) {
            for (; back <= window; back++) {
                float before = track.input(input, target - back);
                if (!Float.isNaN(before)) {
                    sum += before;
                    count++;
                    least = before >= least ? least : before;
                    most = before <= most ? most : before;
                }
            }
            row[at++] = count == 0 ? Float.NaN : (float) (value - sum / count);
        }
        row[at++] = (float) (value - least);
        row[at++] = (float) (value - most);
        return at;
    }

    /** How the series did in its last steps with and without the flag. */
    private static int history(Track track, int input, int target, int now, float[] row, int first) {
        int count = track.count(now);
        double level = track.level(count);
        double[] sum = new double[2];
        int[] steps = new int[2];
        double low = Double.NaN;
        for (int number = count - 1; number >= Math.max(0, count - Shape.MEMORY); number--) {
            low = least(low, track.input(input, track.cell(number)));
        }
        for (int number = count - 1; number >= Math.max(0, count - Shape.MEMORY); number--) {
            float flag = track.input(input, track.cell(number));
            if (!Float.isNaN(flag)) {
                int with = flag > low ? 1 : 0;
                sum[with] += track.value(number) - level;
                steps[with]++;
            }
        }
        int since = 1;
        while (since < WINDOWS[1] && !(track.input(input, target - since) > low)) {
            since++;
        }
        int at = first;
        double unit = track.unit(count);
        row[at++] = since;
        row[at++] = steps[1] == 0 ? Float.NaN : (float) (sum[1] / steps[1] / unit);
        row[at++] = steps[0] == 0 ? Float.NaN : (float) (sum[0] / steps[0] / unit);
        return at;
    }

    private static double least(double low, float value) {
        return value >= low || Float.isNaN(value) ? low : value;
    }
}
