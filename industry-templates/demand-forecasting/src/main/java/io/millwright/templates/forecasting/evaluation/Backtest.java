package io.millwright.templates.forecasting.evaluation;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.panel.Histories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Forecasts again and again at moments before the end of the series, each time from what lay before the moment only: an
 * evaluation with a rolling origin (Tashman 2000).
 *
 * @param all the whole of what may be learnt from
 * @param horizon steps ahead
 * @param origins how many moments at most
 */
public record Backtest(Histories all, int horizon, int origins) {

    private static final int LEAST_HISTORY = 4;
    private static final int EVERY_MEMBER = (1 << Members.ALL.size()) - 1;

    /** The moments, the latest first; fewer where the series are too short for all of them. */
    public List<Origin> run(Progress progress, double from, double to) throws InterruptedException {
        List<Origin> result = new ArrayList<>();
        int room = all.typicalLength() / 2 - horizon;
        int spacing = origins < 2 ? horizon : Math.clamp(room / (origins - 1), 1, horizon);
        for (int number = 0; number < origins; number++) {
            progress.update(
                    from + (to - from) * number / origins,
                    String.format(
                            Locale.ROOT, "Forecasting from moment %d of %d inside the data", number + 1, origins));
            Origin origin = at(horizon + number * spacing);
            if (origin.series().length > 0) {
                result.add(origin);
            }
        }
        return List.copyOf(result);
    }

    private Origin at(int back) throws InterruptedException {
        int[] series = new int[all.size()];
        int count = 0;
        for (int at = 0; at < series.length; at++) {
            if (all.values()[at].length >= back + LEAST_HISTORY) {
                series[count++] = at;
            }
        }
        series = Arrays.copyOf(series, count);
        double[][] past = new double[count][];
        double[][] came = new double[count][];
        ErrorUnit[] units = new ErrorUnit[count];
        for (int at = 0; at < count; at++) {
            double[] values = all.values()[series[at]];
            int now = values.length - back;
            past[at] = Arrays.copyOf(values, now);
            came[at] = Arrays.copyOfRange(values, now, now + horizon);
            units[at] = ErrorUnit.of(past[at], all.season());
        }
        Histories known = new Histories(past, all.periods(), all.workers());
        double[][][] forecasts = count == 0 ? new double[0][][] : Members.forecast(known, horizon, EVERY_MEMBER);
        return new Origin(back, series, units, came, forecasts);
    }
}
