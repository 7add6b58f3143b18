package io.millwright.templates.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static final int SERIES = 40;
    private static final int HORIZON = 12;

    /** Errors grow with the step, and every series has its own size of them. */
    @Test
    void newValuesFallIntoTheIntervalsAsOftenAsPromised() {
        SplittableRandom random = new SplittableRandom(11);
        List<Origin> origins = new ArrayList<>();
        List<double[][]> paths = new ArrayList<>();
        for (int moment = 0; moment < 5; moment++) {
            origins.add(origin(random));
            paths.add(new double[SERIES][HORIZON]);
        }
        Intervals intervals = Intervals.of(origins.subList(0, 4), paths.subList(0, 4), SERIES, HORIZON);
        Origin later = origins.get(4);
        int narrow = 0;
        int wide = 0;
        for (int series = 0; series < SERIES; series++) {
            double[] path = new double[HORIZON];
            ErrorUnit unit = later.units()[series];
            double[] high = intervals.upper(unit, path, series, false);
            double[] highest = intervals.upper(unit, path, series, true);
            for (int step = 0; step < HORIZON; step++) {
                narrow += Math.abs(later.came()[series][step]) <= high[step] ? 1 : 0;
                wide += Math.abs(later.came()[series][step]) <= highest[step] ? 1 : 0;
            }
        }
        assertThat(narrow / (double) (SERIES * HORIZON)).isCloseTo(0.80, within(0.05));
        assertThat(wide / (double) (SERIES * HORIZON)).isCloseTo(0.95, within(0.03));
    }

    /** One series with few moments, whose errors add up step by step: a whole path lies above or below what came. */
    @Test
    void fewErrorsMakeWiderIntervals() {
        assertThat(coveredOfWalks(2, 1)).isBetween(0.93, 0.98);
        assertThat(coveredOfWalks(4, 1)).isBetween(0.93, 0.98);
        assertThat(coveredOfWalks(30, 40)).isBetween(0.92, 0.98);
    }

    /** The share of new values within the wide interval, over many samples of few errors. */
    private static double coveredOfWalks(int moments, int series) {
        SplittableRandom random = new SplittableRandom(5);
        int samples = 400 / series;
        int inside = 0;
        for (int sample = 0; sample < samples; sample++) {
            List<Origin> origins = new ArrayList<>();
            List<double[][]> paths = new ArrayList<>();
            for (int moment = 0; moment <= moments; moment++) {
                origins.add(walks(random, series, (moment + 1) * HORIZON));
                paths.add(new double[series][HORIZON]);
            }
            Origin later = origins.removeLast();
            Intervals intervals = Intervals.of(origins, paths.subList(0, moments), series, HORIZON);
            for (int at = 0; at < series; at++) {
                double[] highest = intervals.upper(later.units()[at], new double[HORIZON], at, true);
                for (int step = 0; step < HORIZON; step++) {
                    inside += Math.abs(later.came()[at][step]) <= highest[step] ? 1 : 0;
                }
            }
        }
        return inside / (double) (samples * series * HORIZON);
    }

    private static Origin walks(SplittableRandom random, int count, int back) {
        int[] series = new int[count];
        ErrorUnit[] units = new ErrorUnit[count];
        double[][] came = new double[count][HORIZON];
        for (int at = 0; at < count; at++) {
            series[at] = at;
            units[at] = new ErrorUnit(false, 1, false);
            for (int step = 0; step < HORIZON; step++) {
                came[at][step] = (step == 0 ? 0 : came[at][step - 1]) + random.nextGaussian();
            }
        }
        return new Origin(back, series, units, came, new double[][][] {new double[count][HORIZON]});
    }

    /** One series was forecast without any error, another never changed at all: both may err like others some time, if less. */
    @Test
    void whoNeverErredHasAnIntervalToo() {
        SplittableRandom random = new SplittableRandom(12);
        List<Origin> origins = new ArrayList<>();
        List<double[][]> paths = new ArrayList<>();
        for (int moment = 0; moment < 5; moment++) {
            Origin origin = origin(random);
            origin.came()[0] = new double[HORIZON];
            origin.came()[3] = new double[HORIZON];
            origin.units()[3] = new ErrorUnit(false, Double.NaN, true);
            origins.add(origin);
            paths.add(new double[SERIES][HORIZON]);
        }
        Intervals intervals = Intervals.of(origins, paths, SERIES, HORIZON);
        ErrorUnit[] units = origins.getFirst().units();
        double usual = intervals.upper(units[6], new double[HORIZON], 6, true)[0];
        for (int quiet : new int[] {0, 3}) {
            double width = intervals.upper(units[quiet], new double[HORIZON], quiet, true)[0];
            assertThat(width).isBetween(0.2 * usual, 0.8 * usual);
        }
    }

    @Test
    void whereNothingErredTheUsualChangeIsTheWidth() {
        Origin exact = new Origin(
                HORIZON,
                new int[] {0},
                new ErrorUnit[] {new ErrorUnit(false, 10, false)},
                new double[1][HORIZON],
                new double[][][] {new double[1][HORIZON]});
        Intervals intervals = Intervals.of(
                List.of(exact, exact), List.of(new double[1][HORIZON], new double[1][HORIZON]), 1, HORIZON);
        assertThat(intervals.upper(exact.units()[0], new double[HORIZON], 0, true)[0])
                .isBetween(5.0, 30.0);
    }

    @Test
    void theMedianOfAnEvenNumberLiesInTheMiddle() {
        double[][] paths = {{1, 9}, {100, -100}, {3, 5}};
        assertThat(Combination.median(paths, 0b101)).containsExactly(2, 7);
        assertThat(Combination.median(paths, 0b111)).containsExactly(3, 5);
    }

    private static Origin origin(SplittableRandom random) {
        int[] series = new int[SERIES];
        ErrorUnit[] units = new ErrorUnit[SERIES];
        double[][] came = new double[SERIES][HORIZON];
        for (int at = 0; at < SERIES; at++) {
            series[at] = at;
            units[at] = new ErrorUnit(false, 1, false);
            for (int step = 0; step < HORIZON; step++) {
                came[at][step] = (1 + at % 3) * (1 + step / 6.0) * random.nextGaussian();
            }
        }
        return new Origin(HORIZON, series, units, came, new double[][][] {new double[SERIES][HORIZON]});
    }
}
