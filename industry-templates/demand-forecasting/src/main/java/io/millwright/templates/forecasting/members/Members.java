package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Occasions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All ways to forecast, of which validation chooses. */
public final class Members {

    public static final List<Member> ALL = List.of(
            new SeasonalNaive(),
            new SeasonalMean(),
            RareDemand.byDistance(),
            RareDemand.byProbability(),
            LagRidge.ofLongMemory(),
            LagRidge.ofShortMemory(),
            new StepRidge(),
            new WaveRegression());

    /** The bit of the trees, which are learnt from all series and not made here. */
    public static final int LEARNED = ALL.size();

    /** How many ways to forecast there are, the trees among them. */
    public static final int COUNT = LEARNED + 1;

    /** A choice of all but the trees. */
    public static final int CLOSED_FORM = (1 << LEARNED) - 1;

    /** Ways that make sense for rare demands only. */
    public static final int RARE = 0b1100;

    private Members() {}

    /** Names of all, in the order of the bits of a choice. */
    public static List<String> names() {
        return Stream.concat(ALL.stream().map(Member::name), Stream.of("trees")).toList();
    }

    /** What people call them. */
    public static List<String> titles() {
        return Stream.concat(ALL.stream().map(Member::title), Stream.of("Trees that learn from all series together"))
                .toList();
    }

    /** Forecasts of the chosen members by member, series and step; nothing falls below zero where nothing ever did. */
    public static double[][][] forecast(Histories histories, int horizon, int chosen) throws InterruptedException {
        double[][][] forecasts = new double[COUNT][][];
        Occasions occasions = histories.occasions();
        @Nullable OccasionEffects effects = occasions == null ? null : new OccasionEffects(histories, occasions);
        Histories usual = effects == null ? histories : effects.usual(histories);
        for (int member = 0; member < LEARNED; member++) {
            if ((chosen >> member & 1) == 1) {
                // the first one is what all are compared with, and stays the last season again
                forecasts[member] = ALL.get(member).forecast(member == 0 ? histories : usual, horizon);
                for (int series = 0; effects != null && member > 0 && series < histories.size(); series++) {
                    effects.apply(forecasts[member][series], series);
                }
                for (int series = 0; series < forecasts[member].length; series++) {
                    keepPossible(forecasts[member][series], histories.values()[series]);
                }
            }
        }
        return forecasts;
    }

    /** Keeps a path among what can be: finite, and not below zero where nothing ever was. */
    public static void keepPossible(double[] path, double[] past) {
        double low = 0;
        for (double value : past) {
            low = Math.min(low, value);
        }
        for (int step = 0; step < path.length; step++) {
            double value = Double.isFinite(path[step]) ? path[step] : past.length == 0 ? 0 : past[past.length - 1];
            path[step] = low < 0 ? value : Math.max(0, value);
        }
    }
}
