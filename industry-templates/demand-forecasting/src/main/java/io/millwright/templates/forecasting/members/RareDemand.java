package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * One figure for all steps ahead, for demands that come seldom: how much a step asks for on average.
 *
 * @param rate of the values of a series so far, the oldest first; 0 where nothing was ever asked for
 */
record RareDemand(String name, String title, ToDoubleFunction<double[]> rate) implements Member {

    private static final double SIZE_SMOOTHING = 0.1;
    private static final double PROBABILITY_SMOOTHING = 0.05;

    /** Size of a demand over the time between demands. */
    static RareDemand byDistance() {
        return new RareDemand("croston", "Size and distance of rare demands", RareDemand::sizeOverDistance);
    }

    /** Size of a demand times its probability. */
    static RareDemand byProbability() {
        return new RareDemand("rare-demand", "Size and probability of rare demands", RareDemand::sizeTimesProbability);
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        double[][] forecasts = new double[histories.size()][horizon];
        histories.workers().each(forecasts.length, series -> {
            Arrays.fill(forecasts[series], rate.applyAsDouble(histories.values()[series]));
        });
        return forecasts;
    }

    /** Both smoothed, less the bias of their quotient (Croston 1972; Syntetos and Boylan 2005). */
    private static double sizeOverDistance(double[] values) {
        double size = Double.NaN;
        double distance = Double.NaN;
        int since = 1;
        for (double value : values) {
            if (value == 0) {
                since++;
                continue;
            }
            size = Double.isNaN(size) ? value : size + SIZE_SMOOTHING * (value - size);
            distance = Double.isNaN(distance) ? since : distance + SIZE_SMOOTHING * (since - distance);
            since = 1;
        }
        return Double.isNaN(size) ? 0 : (1 - SIZE_SMOOTHING / 2) * size / distance;
    }

    /**
     * The probability falls with every step without a demand, so that one that died out is noticed (Teunter, Syntetos and
     * Babai 2011). Starts at the first demand, with its size and the share of steps with a demand since.
     */
    private static double sizeTimesProbability(double[] values) {
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
