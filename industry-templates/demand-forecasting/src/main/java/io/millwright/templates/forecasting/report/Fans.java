package io.millwright.templates.forecasting.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures of forecasts with what was known before them.
 *
 * @param clock the common axis of times
 * @param keys names of the columns that name a series
 */
public record Fans(Clock clock, List<String> keys) {

    /** Enough for a page, and small enough for its data. */
    public static final int MOST = 100;

    private static final int PAST = 3;
    private static final int POINTS = 1_500;

    public Fans {
        keys = List.copyOf(keys);
    }

    /** What people call a series: a number says little without the name of its column. */
    String title(Series series) {
        if (series.keys().size() != keys.size()) {
            return series.title();
        }
        List<String> words = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            String key = series.keys().get(at);
            boolean number = !key.isEmpty() && key.chars().allMatch(Character::isDigit);
            words.add(number ? keys.get(at) + " " + key : key);
        }
        return words.isEmpty() ? series.title() : String.join(", ", words);
    }

    /** The common axis of times. */
    public Chart.Axis axis() {
        return clock.unit() == Clock.Unit.NUMBER ? new Chart.Axis("Step", "") : new Chart.Axis("Time", "time");
    }

    /** A forecast of what is still to come. */
    public Chart.Fan future(
            Series series, double[] path, double[] lower80, double[] upper80, double[] lower95, double[] upper95) {
        return fan(series, series.values().length, path, 0, List.of(), lower80, upper80, lower95, upper95);
    }

    /**
     * A forecast beside what came.
     *
     * @param now how many values were known
     */
    Chart.Fan fan(
            Series series,
            int now,
            double[] path,
            double badness,
            List<String> facts,
            double[] lower80,
            double[] upper80,
            double[] lower95,
            double[] upper95) {
        int steps = Math.min(path.length, POINTS);
        int from = Math.max(0, now - Math.min(POINTS - steps / 2, PAST * steps));
        int to = Math.min(series.values().length, Math.min(now + steps, from + Chart.Series.MAX_POINTS));
        List<Double> x = new ArrayList<>();
        for (int at = from; at < to; at++) {
            x.add(x(series.start() + at));
        }
        List<Double> ahead = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            ahead.add(x(series.start() + now + step));
        }
        return new Chart.Fan(
                title(series),
                badness,
                facts,
                new Chart.Series("What was seen", x, list(Arrays.copyOfRange(series.values(), from, to))),
                new Chart.Series("Forecast", ahead, list(Arrays.copyOf(path, steps))),
                List.of(
                        new Chart.Band(0.95, list(Arrays.copyOf(lower95, steps)), list(Arrays.copyOf(upper95, steps))),
                        new Chart.Band(
                                0.80, list(Arrays.copyOf(lower80, steps)), list(Arrays.copyOf(upper80, steps)))));
    }

    private double x(long index) {
        return clock.unit() == Clock.Unit.NUMBER ? clock.moment(index) : clock.moment(index) / 1e6;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
