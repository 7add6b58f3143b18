package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import java.util.Arrays;

/**
 * Size of a demand over the time between demands, both smoothed, less the bias of their quotient (Croston 1972; Syntetos and
 * Boylan 2005).
 */
final class Croston implements Member {

    private static final double SMOOTHING = 0.1;

    @Override
    public String name() {
        return "croston";
    }

    @Override
    public String title() {
        return "Size and distance of rare demands";
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        double[][] forecasts = new double[histories.size()][horizon];
        histories.workers().each(forecasts.length, series -> {
            Arrays.fill(forecasts[series], rate(histories.values()[series]));
        });
        return forecasts;
    }

    static double rate(double[] values) {
        double size = Double.NaN;
        double distance = Double.NaN;
        int since = 1;
        for (double value : values) {
            if (value == 0) {
                since++;
                continue;
            }
            size = Double.isNaN(size) ? value : size + SMOOTHING * (value - size);
            distance = Double.isNaN(distance) ? since : distance + SMOOTHING * (since - distance);
            since = 1;
        }
        return Double.isNaN(size) ? 0 : (1 - SMOOTHING / 2) * size / distance;
    }
}
