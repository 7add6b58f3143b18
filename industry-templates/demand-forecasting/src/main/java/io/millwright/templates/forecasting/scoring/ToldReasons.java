package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.learned.Input;
import io.millwright.templates.forecasting.learned.Shape;
import io.millwright.templates.forecasting.panel.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words what was told of a step ahead, and what it did in the past of the series. */
final class ToldReasons {

    private static final int MOST = 3;
    private static final int USUAL = 26;
    private static final double WORTH_SAYING = 0.03;

    private final Series series;
    private final List<Input> inputs;
    private final List<float[]> values = new ArrayList<>();

    ToldReasons(Series series, Shape shape) {
        this.series = series;
        this.inputs = shape.inputs().stream()
                .filter(input -> !input.fixed() && input.against() < 0)
                .toList();
        inputs.forEach(input -> values.add(input.of(series.beside(), shape.codes(series.keys()))));
    }

    /** Begins with a separator; empty where nothing is worth saying. */
    String of(int step) {
        StringBuilder words = new StringBuilder();
        int said = 0;
        for (int at = 0; at < inputs.size() && said < MOST; at++) {
            int cell = series.values().length + step;
            float[] told = values.get(at);
            String reason = cell < told.length && !Float.isNaN(told[cell]) ? reason(inputs.get(at), told, cell) : "";
            words.append(reason);
            said += reason.isEmpty() ? 0 : 1;
        }
        return words.toString();
    }

    private String reason(Input input, float[] told, int cell) {
        if (input.kind() == Covariate.Kind.FLAG) {
            return told[cell] > least(told) ? "; " + input.name() + effect(told) : "";
        }
        if (!input.positive()) {
            return "";
        }
        double sum = 0;
        int count = 0;
        for (int before = cell - 1; before >= Math.max(0, cell - USUAL); before--) {
            if (!Float.isNaN(told[before])) {
                sum += told[before];
                count++;
            }
        }
        double change = count == 0 ? 0 : Math.exp(told[cell] - sum / count) - 1;
        return Math.abs(change) < WORTH_SAYING
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %s %.0f %% %s its usual",
                        input.name(),
                        100 * Math.abs(change),
                        change < 0 ? "below" : "above");
    }

    private String effect(float[] told) {
        double[] sum = new double[2];
        int[] count = new int[2];
        float least = least(told);
        for (int cell = 0; cell < Math.min(told.length, series.values().length); cell++) {
            if (!Float.isNaN(told[cell]) && !Double.isNaN(series.values()[cell])) {
                int with = told[cell] > least ? 1 : 0;
                sum[with] += series.values()[cell];
                count[with]++;
            }
        }
        return count[0] < 3 || count[1] < 3 || !(sum[0] > 0)
                ? ""
                : String.format(
                        Locale.ROOT, ", with which it was %.1f × as much", sum[1] / count[1] / (sum[0] / count[0]));
    }

    private static float least(float[] told) {
        float least = Float.NaN;
        for (float value : told) {
            least = value >= least || Float.isNaN(value) ? least : value;
        }
        return least;
    }
}
