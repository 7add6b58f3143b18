package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import java.util.Arrays;

/**
 * Size of a demand times its probability, which falls with every step without one, so that a demand that died out is noticed
 * (Teunter, Syntetos and Babai 2011).
 */
final class RareDemand implements Member {

    private static final double SIZE_SMOOTHING = 0.1;
    private static final double PROBABILITY_SMOOTHING = 0.05;

    @Override
    public String name() {
        return "rare-demand";
    }

    @Override
    public String title() {
        return "Size and probability of rare demands";
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        double[][] forecasts = new double[histories.size()][horizon];
        histories.workers().each(forecasts.length, series -> {
            Arrays.fill(forecasts[series], rate(histories.values()[series]));
        });
        return forecasts;
    }

    /** Starts at the first demand, with its size and the share of steps with a demand since. */
    static double rate(double[] values) {
        int first = 0;
        while (first < values.length && values[first] == 0) {
            first++;
        }
        if (first == values.length) {
            return 0;
        }
        int demands = 0;
        for (int at = first; at < values.length; at++) {
            demands += values[at] == 0 ? 0 : 1;
        }
        double size = values[first];
        double probability = (double) demands / (values.length - first);
        for (int at = first + 1; at < values.length; at++) {
            boolean demand = values[at] != 0;
            probability += PROBABILITY_SMOOTHING * ((demand ? 1 : 0) - probability);
            size += demand ? SIZE_SMOOTHING * (values[at] - size) : 0;
        }
        return probability * size;
    }
}
