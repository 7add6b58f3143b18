package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.learning.linear.LinearModel;
import io.millwright.templates.learning.linear.NormalEquations;
import io.millwright.templates.learning.linear.Ridge;

/**
 * Harmonic regression: a level with waves of both periods, and an autoregression of what is left (Hyndman and
 * Athanasopoulos 2021, section 10.5).
 */
final class WaveRegression implements Member {

    private static final int MOST_WAVES = 11;
    private static final int MOST_LONG_WAVES = 20;
    private static final double TINY = 1e-6;

    @Override
    public String name() {
        return "waves";
    }

    @Override
    public String title() {
        return "Waves of the periods, and what follows from the last errors";
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        double[][] forecasts = new double[histories.size()][];
        int season = histories.season();
        histories.workers().each(forecasts.length, series -> {
            double[] values = histories.values()[series];
            Scale scale = Scale.of(values);
            Measured measured = Measured.of(scale.to(values), season);
            if (!measured.changes() || season < 2 || values.length < 3 * season + 8) {
                forecasts[series] = Paths.seasonalNaive(values, season, horizon);
                return;
            }
            boolean both = values.length >= 3 * histories.longSeason();
            double[] path = path(measured.values(), season, both ? histories.longSeason() : season, horizon);
            forecasts[series] = scale.back(measured.back(Paths.bounded(path, measured.values())));
        });
        return forecasts;
    }

    private static double[] path(double[] z, int season, int longSeason, int horizon) {
        double[][] waves = waves(z.length, season, longSeason, horizon);
        NormalEquations equations = new NormalEquations(waves[0].length);
        for (int at = 0; at < z.length; at++) {
            equations.add(waves[at], z[at], 1);
        }
        double[] coefficients = equations.solve(TINY * z.length);
        double[] fitted = new double[waves.length];
        double[] rest = new double[waves.length];
        for (int at = 0; at < waves.length; at++) {
            for (int wave = 0; wave < coefficients.length; wave++) {
                fitted[at] += coefficients[wave] * waves[at][wave];
            }
            rest[at] = at < z.length ? z[at] - fitted[at] : 0;
        }
        int[] lags = {1, 2, 3, season - 1, season, season + 1, 2 * season};
        carryOn(rest, z.length, lags);
        double[] path = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            path[step] = fitted[z.length + step] + rest[z.length + step];
        }
        return path;
    }

    private static void carryOn(double[] rest, int known, int[] lags) {
        int most = lags[lags.length - 1];
        if (known < 2 * most) {
            return;
        }
        double[][] rows = new double[known - most][];
        double[] targets = new double[rows.length];
        for (int at = most; at < known; at++) {
            rows[at - most] = row(rest, at, lags);
            targets[at - most] = rest[at];
        }
        LinearModel model = Ridge.fit(rows, targets, TINY * known);
        for (int at = known; at < rest.length; at++) {
            rest[at] = model.predict(row(rest, at, lags)) - model.intercept();
        }
    }

    private static double[] row(double[] rest, int at, int[] lags) {
        double[] row = new double[lags.length];
        for (int lag = 0; lag < lags.length; lag++) {
            row[lag] = rest[at - lags[lag]];
        }
        return row;
    }

    private static double[][] waves(int length, int season, int longSeason, int horizon) {
        int ownWaves = Math.min(MOST_WAVES, (season - 1) / 2);
        int ratio = longSeason / season;
        int longWaves = longSeason == season ? 0 : Math.min(MOST_LONG_WAVES, (longSeason - 1) / 2);
        int columns = 1 + 2 * ownWaves;
        for (int wave = 1; wave <= longWaves; wave++) {
            columns += wave % ratio == 0 ? 0 : 2;
        }
        double[][] rows = new double[length + horizon][columns];
        for (int at = 0; at < rows.length; at++) {
            double[] row = rows[at];
            int column = 0;
            row[column++] = 1;
            for (int wave = 1; wave <= ownWaves; wave++) {
                double angle = 2 * Math.PI * wave * (at % season) / season;
                row[column++] = Math.sin(angle);
                row[column++] = Math.cos(angle);
            }
            for (int wave = 1; wave <= longWaves; wave++) {
                if (wave % ratio != 0) {
                    double angle = 2 * Math.PI * wave * (at % longSeason) / longSeason;
                    row[column++] = Math.sin(angle);
                    row[column++] = Math.cos(angle);
                }
            }
        }
        return rows;
    }
}
