package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;

/** The mean of the same season in the last rounds; without seasons the mean of the last values. */
final class SeasonalMean implements Member {

    private static final int ROUNDS = 4;
    private static final int VALUES = 8;

    @Override
    public String name() {
        return "seasonal-mean";
    }

    @Override
    public String title() {
        return "Mean of the last seasons";
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        double[][] forecasts = new double[histories.size()][];
        int season = histories.season();
        histories.workers().each(forecasts.length, series -> {
            forecasts[series] = path(histories.values()[series], season, horizon);
        });
        return forecasts;
    }

    private static double[] path(double[] values, int season, int horizon) {
        double[] path = new double[horizon];
        int rounds = season == 1 ? VALUES : ROUNDS;
        for (int step = 0; step < horizon; step++) {
            double sum = 0;
            int count = 0;
            int newest = values.length - season + step % season;
            for (int round = 0; round < rounds; round++) {
                int at = newest - round * season;
                if (at >= 0 && at < values.length) {
                    sum += values[at];
                    count++;
                }
            }
            path[step] = count == 0 ? values[values.length - 1] : sum / count;
        }
        return path;
    }
}
