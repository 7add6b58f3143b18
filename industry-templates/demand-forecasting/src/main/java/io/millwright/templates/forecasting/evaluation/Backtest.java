package io.millwright.templates.forecasting.evaluation;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Occasions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts again and again at moments before the end of the series, each time from what lay before the moment only: an
 * evaluation with a rolling origin (Tashman 2000).
 *
 * @param all the whole of what may be learnt from
 * @param seen the same with NaN where a gap was filled: such steps judge nothing
 * @param horizon steps ahead
 * @param origins how many moments, up to three times as many of short forecasts and small files
 */
public record Backtest(Histories all, double[][] seen, int horizon, int origins) {

    private static final int LEAST_HISTORY = 4;
    private static final int MORE = 3;
    private static final int STEPS = 24;
    /** Files so small are quick to forecast, and chance weighs more: they are judged at more moments. */
    private static final long FEW_CELLS = 100_000;

    /** Forecasts by something that has learnt from what lay before all moments. */
    @FunctionalInterface
    public interface Learned {
        double[][] forecast(int[] series, int back) throws InterruptedException;
    }

    /** How many steps before the end the moments lie, the latest first. */
    public List<Integer> backs() {
        long cells = 0;
        for (double[] values : all.values()) {
            cells += values.length;
        }
        int count = Math.clamp(STEPS / horizon, cells < FEW_CELLS ? 2 * origins : origins, MORE * origins);
        int room = all.typicalLength() / 2 - horizon;
        int spacing = count < 2 ? horizon : Math.clamp(room / (count - 1), 1, horizon);
        List<Integer> backs = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            backs.add(horizon + number * spacing);
        }
        return backs;
    }

    /** The moments, the latest first; fewer where the series are too short for all of them. */
    public List<Origin> run(@Nullable Learned learned, Progress progress, double from, double to)
            throws InterruptedException {
        List<Origin> result = new ArrayList<>();
        List<Integer> backs = backs();
        for (int number = 0; number < backs.size(); number++) {
            progress.update(
                    from + (to - from) * number / backs.size(),
                    String.format(
                            Locale.ROOT, "Forecasting from moment %d of %d inside the data", number + 1, backs.size()));
            Origin origin = at(backs.get(number), learned);
            if (origin.series().length > 0) {
                result.add(origin);
            }
        }
        return List.copyOf(result);
    }

    /** One moment, so many steps before the end. */
    public Origin at(int back, @Nullable Learned learned) throws InterruptedException {
        int[] series = judged(back);
        int count = series.length;
        double[][] past = new double[count][];
        double[][] came = new double[count][];
        ErrorUnit[] units = new ErrorUnit[count];
        for (int at = 0; at < count; at++) {
            double[] values = all.values()[series[at]];
            int now = values.length - back;
            past[at] = Arrays.copyOf(values, now);
            came[at] = Arrays.copyOfRange(seen[series[at]], now, now + horizon);
            units[at] = ErrorUnit.of(past[at], all.season());
        }
        Occasions occasions = all.occasions();
        Histories known =
                new Histories(past, all.periods(), all.workers(), occasions == null ? null : occasions.of(series));
        double[][][] forecasts =
                count == 0 ? new double[Members.COUNT][][] : Members.forecast(known, horizon, Members.CLOSED_FORM);
        if (learned != null && count > 0) {
            double[][] paths = learned.forecast(series, back);
            for (int at = 0; at < count; at++) {
                Members.keepPossible(paths[at], past[at]);
            }
            forecasts[Members.LEARNED] = paths;
        }
        return new Origin(back, series, units, came, forecasts);
    }

    /** Series that are long enough for a moment, and of which something is known after it. */
    public int[] judged(int back) {
        return IntStream.range(0, all.size())
                .filter(at -> all.values()[at].length - back >= LEAST_HISTORY
                        && anything(seen[at], all.values()[at].length - back))
                .toArray();
    }

    private boolean anything(double[] values, int now) {
        for (int step = now; step < now + horizon; step++) {
            if (!Double.isNaN(values[step])) {
                return true;
            }
        }
        return false;
    }
}
