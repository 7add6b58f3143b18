package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.evaluation.Choice;
import io.millwright.templates.forecasting.evaluation.Combination;
import io.millwright.templates.forecasting.evaluation.ErrorUnit;
import io.millwright.templates.forecasting.evaluation.Intervals;
import io.millwright.templates.forecasting.holidays.Holidays;
import io.millwright.templates.forecasting.learned.Learner;
import io.millwright.templates.forecasting.learned.Trees;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.model.Recipe;
import io.millwright.templates.forecasting.model.SavedModel;
import io.millwright.templates.forecasting.panel.Gaps;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Occasions;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.workers.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The steps ahead of one series.
 *
 * @param series its past, without gaps
 * @param blind steps of which nothing was told although the trees need it
 */
record Ahead(
        Series series,
        double[] path,
        double[] lower80,
        double[] upper80,
        double[] lower95,
        double[] upper95,
        int blind) {

    /** Forecasts series as a model says. */
    static List<Ahead> of(Asked asked, SavedModel model, Workers workers) throws InterruptedException {
        Recipe recipe = model.recipe();
        int steps = asked.steps();
        Panel filled = recipe.gaps().fill(asked.known());
        Map<List<String>, Integer> numbers = new HashMap<>();
        for (int number = 0; number < model.series().size(); number++) {
            numbers.put(model.series().get(number).keys(), number);
        }
        int[] all = IntStream.range(0, asked.count()).toArray();
        double[][][] forecasts = forecasts(asked.known(), all, steps, model, workers);
        List<double[][][]> rounds = new ArrayList<>();
        for (Panel lent : asked.lent()) {
            rounds.add(forecasts(lent, asked.borrowers(), steps, model, workers));
        }
        replace(forecasts, asked.borrowers(), rounds);
        int season = recipe.periods().isEmpty() ? 1 : recipe.periods().getFirst();
        Recipe.Blind blind = recipe.blind();
        Recipe.Learned learned = recipe.learned();
        return IntStream.of(all)
                .mapToObj(at -> {
                    Series series = filled.series().get(at);
                    double[][] paths = new double[forecasts.length][];
                    for (int member = 0; member < paths.length; member++) {
                        paths[member] = forecasts[member] == null ? new double[0] : forecasts[member][at];
                    }
                    int number = numbers.getOrDefault(series.keys(), -1);
                    ErrorUnit unit = ErrorUnit.of(series.values(), season);
                    Ahead seeing = told(series, paths, recipe.choice(), recipe.intervals(), unit, number);
                    if (blind == null || learned == null) {
                        return seeing;
                    }
                    boolean[] told = learned.shape().told(series, steps);
                    return seeing.where(told, told(series, paths, blind.choice(), blind.intervals(), unit, number));
                })
                .toList();
    }

    /** What each way says of some series of a panel, by way, series and step; null for ways that are not used. */
    private static double[][][] forecasts(Panel known, int[] which, int steps, SavedModel model, Workers workers)
            throws InterruptedException {
        Recipe recipe = model.recipe();
        Panel filled = recipe.gaps().fill(known);
        Histories histories = new Histories(
                IntStream.of(which)
                        .mapToObj(at -> filled.series().get(at).values())
                        .toArray(double[][]::new),
                recipe.periods(),
                workers,
                occasions(recipe.holidays(), filled, which, steps));
        Recipe.Blind blind = recipe.blind();
        int either =
                recipe.choice().either() | (blind == null ? 0 : blind.choice().either());
        double[][][] forecasts = Members.forecast(histories, steps, either);
        Trees trees = model.trees();
        Recipe.Learned learned = recipe.learned();
        if (trees != null && learned != null) {
            Panel told = recipe.gaps() == Gaps.ZERO ? filled : known;
            Holidays holidays = recipe.holidays();
            Learner learner = new Learner(
                    holidays == null
                            ? told
                            : holidays.beside(told, recipe.columns().known().size(), steps),
                    learned.shape(),
                    workers);
            forecasts[Members.LEARNED] = learner.forecast(trees, which, 0, steps);
        }
        return forecasts;
    }

    private static @Nullable Occasions occasions(@Nullable Holidays holidays, Panel panel, int[] which, int steps) {
        return holidays == null
                ? null
                : holidays.occasions(
                        panel.clock(),
                        IntStream.of(which)
                                .mapToLong(at -> panel.series().get(at).start())
                                .toArray(),
                        panel.end() + steps);
    }

    /** The mean over the pasts that were lent instead of what follows from their mean. */
    private static void replace(double[][][] forecasts, int[] borrowers, List<double[][][]> rounds) {
        for (int way = 0; way < forecasts.length && !rounds.isEmpty(); way++) {
            for (int at = 0; forecasts[way] != null && at < borrowers.length; at++) {
                double[] mean = new double[forecasts[way][borrowers[at]].length];
                for (double[][][] round : rounds) {
                    for (int step = 0; step < mean.length; step++) {
                        mean[step] += round[way][at][step] / rounds.size();
                    }
                }
                forecasts[way][borrowers[at]] = mean;
            }
        }
    }

    private static Ahead told(
            Series series, double[][] paths, Choice choice, Intervals intervals, ErrorUnit unit, int number) {
        double[] path = Combination.median(paths, choice.of(unit));
        Members.keepPossible(path, series.values());
        return told(series, path, intervals, unit, number);
    }

    /** With intervals of a series by its number, -1 for one that was not there. */
    static Ahead told(Series series, double[] path, Intervals intervals, ErrorUnit unit, int number) {
        double least = Arrays.stream(series.values()).min().orElse(0);
        double floor = least < 0 ? Double.NEGATIVE_INFINITY : 0;
        return new Ahead(
                series,
                path,
                intervals.lower(unit, path, number, false, floor),
                intervals.upper(unit, path, number, false),
                intervals.lower(unit, path, number, true, floor),
                intervals.upper(unit, path, number, true),
                0);
    }

    /** This one at steps that were told, another at those that were not. */
    private Ahead where(boolean[] told, Ahead other) {
        int blindSteps = 0;
        for (int step = 0; step < told.length; step++) {
            if (!told[step]) {
                blindSteps++;
                path[step] = other.path[step];
                lower80[step] = other.lower80[step];
                upper80[step] = other.upper80[step];
                lower95[step] = other.lower95[step];
                upper95[step] = other.upper95[step];
            }
        }
        return new Ahead(series, path, lower80, upper80, lower95, upper95, blindSteps);
    }

    /** The same with another middle; limits go with it. */
    Ahead moved(double[] another) {
        return new Ahead(
                series,
                another,
                moved(lower80, another),
                moved(upper80, another),
                moved(lower95, another),
                moved(upper95, another),
                blind);
    }

    private double[] moved(double[] limits, double[] another) {
        double[] result = new double[limits.length];
        for (int step = 0; step < result.length; step++) {
            double by = another[step] - path[step];
            // a limit at zero is there because less cannot be, and that does not move
            boolean least = limits[step] == 0 && by > 0;
            result[step] = least ? 0 : limits[step] < 0 ? limits[step] + by : Math.max(0, limits[step] + by);
        }
        return result;
    }
}
