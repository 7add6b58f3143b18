package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.learning.linear.NormalEquations;
import java.util.Arrays;

/**
 * An autoregression with an L2 penalty on many lags, each series drawn to what all series have in common. Windows are
 * centred on their newest season and measured in the series' usual change from season to season, so that series of any
 * size share coefficients.
 */
final class LagRidge implements Member {

    private static final double COMMON_PENALTY = 0.001;

    private final String name;
    private final String title;
    private final boolean logarithms;
    private final boolean longMemory;
    private final double pull;

    private LagRidge(String name, String title, boolean logarithms, boolean longMemory, double pull) {
        this.name = name;
        this.title = title;
        this.logarithms = logarithms;
        this.longMemory = longMemory;
        this.pull = pull;
    }

    /** Sees the whole longer period, as shares where values are positive. */
    static LagRidge ofLongMemory() {
        return new LagRidge("lag-ridge", "Autoregression over the longer period", true, true, 0.1);
    }

    /** Sees two of the shorter periods, in the units of the data. */
    static LagRidge ofShortMemory() {
        return new LagRidge("short-ridge", "Autoregression over two short periods", false, false, 0.01);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        int season = histories.season();
        int lags = lags(histories);
        int count = histories.size();
        Scale[] scales = new Scale[count];
        Measured[] measured = new Measured[count];
        NormalEquations[] sums = new NormalEquations[count];
        histories.workers().each(count, series -> {
            double[] values = histories.values()[series];
            scales[series] = logarithms ? Scale.of(values) : Scale.PLAIN;
            measured[series] = Measured.of(scales[series].to(values), season);
            if (values.length > lags && measured[series].changes()) {
                sums[series] = LagSums.of(measured[series].values(), lags, Math.min(season == 1 ? lags : season, lags));
            }
        });
        double[] common = common(sums, lags);
        double[][] forecasts = new double[count][];
        histories.workers().each(count, series -> {
            Measured own = measured[series];
            if (!own.changes()) {
                forecasts[series] = Paths.seasonalNaive(histories.values()[series], season, horizon);
                return;
            }
            double[] coefficients = common;
            if (sums[series] != null) {
                double penalty = pull * sums[series].trace() / (lags + 1);
                coefficients = sums[series].solve(Math.max(penalty, 1e-9), common);
            }
            double[] path = recursion(own.values(), coefficients, lags, season, horizon);
            forecasts[series] = scales[series].back(own.back(Paths.bounded(path, own.values())));
        });
        return forecasts;
    }

    private int lags(Histories histories) {
        int season = histories.season();
        int wanted = longMemory
                ? Math.max(histories.longSeason(), season == 1 ? 12 : season + 1)
                : season == 1 ? 4 : 2 * season;
        return Math.max(1, Math.min(wanted, histories.typicalLength() / 3));
    }

    /** What all series have in common; the newest values repeated where none is long enough. */
    private static double[] common(NormalEquations[] sums, int lags) {
        NormalEquations all = new NormalEquations(lags + 1);
        for (NormalEquations each : sums) {
            if (each != null) {
                all.add(each, 1);
            }
        }
        return all.weight() == 0 ? new double[lags + 1] : all.solve(COMMON_PENALTY * all.weight());
    }

    private static double[] recursion(double[] past, double[] coefficients, int lags, int season, int horizon) {
        double[] known = Paths.lengthened(past, lags, season);
        double[] z = Arrays.copyOfRange(known, known.length - lags, known.length + horizon);
        int centre = Math.min(season == 1 ? lags : season, lags);
        for (int step = 0; step < horizon; step++) {
            int now = lags + step;
            double level = 0;
            for (int lag = 1; lag <= centre; lag++) {
                level += z[now - lag] / centre;
            }
            double sum = level + coefficients[lags];
            for (int lag = 1; lag <= lags; lag++) {
                sum += coefficients[lag - 1] * (z[now - lag] - level);
            }
            z[now] = sum;
        }
        return Arrays.copyOfRange(z, lags, lags + horizon);
    }
}
