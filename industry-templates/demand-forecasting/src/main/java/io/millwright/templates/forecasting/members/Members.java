package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import java.util.List;

/** All ways to forecast, of which validation chooses. */
public final class Members {

    public static final List<Member> ALL = List.of(
            new SeasonalNaive(),
            new SeasonalMean(),
            new Croston(),
            LagRidge.ofLongMemory(),
            LagRidge.ofShortMemory(),
            new StepRidge(),
            new WaveRegression());

    private Members() {}

    /** Forecasts of the chosen members by member, series and step; nothing falls below zero where nothing ever did. */
    public static double[][][] forecast(Histories histories, int horizon, int chosen) throws InterruptedException {
        double[][][] forecasts = new double[ALL.size()][][];
        for (int member = 0; member < forecasts.length; member++) {
            if ((chosen >> member & 1) == 1) {
                forecasts[member] = ALL.get(member).forecast(histories, horizon);
                for (int series = 0; series < forecasts[member].length; series++) {
                    keepPossible(forecasts[member][series], histories.values()[series]);
                }
            }
        }
        return forecasts;
    }

    private static void keepPossible(double[] path, double[] past) {
        double low = 0;
        for (double value : past) {
            low = Math.min(low, value);
        }
        for (int step = 0; step < path.length; step++) {
            double value = Double.isFinite(path[step]) ? path[step] : past[past.length - 1];
            path[step] = low < 0 ? value : Math.max(0, value);
        }
    }
}
