package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Labelled;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.boosting.Objective;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeShape;
import io.millwright.templates.learning.boosting.TreeTrainer;
import io.millwright.templates.learning.workers.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Learns from all series of a panel at once how a step follows from what lay before a moment and from what is known of the
 * step. One set of trees says every step ahead; how far ahead a step lies is one of their columns.
 */
public final class Learner {

    private static final int LEAST_VALUES = 3;
    private static final int FEWEST_STEPS = 100;
    /** Values that are further from the level are mistakes more often than demand. */
    private static final double MOST_UNITS = 20;

    private static final int BINS = 256;
    /** Rows that are enough to say which columns matter. */
    private static final int EXPLAINED = 150;

    private final Panel panel;
    private final Shape shape;
    private final Features features;
    private final List<Track> tracks;
    private final Surroundings surroundings;
    private final Workers workers;
    private final int typicalLength;

    /** @param panel steps that were not seen as NaN, or as 0 where nothing was sold */
    public Learner(Panel panel, Shape shape, Workers workers) {
        this.panel = panel;
        this.shape = shape;
        this.workers = workers;
        features = new Features(shape);
        tracks = panel.series().stream().map(series -> new Track(series, shape)).toList();
        surroundings = new Surroundings(shape, tracks);
        typicalLength = panel.typicalLength();
    }

    /** What the columns of the trees depend on, found in a panel. */
    public static Shape shape(Panel panel, List<Covariate> columns, List<Integer> periods, int horizon) {
        return shape(panel, columns, periods, horizon, null);
    }

    /** @param holidays where among the columns the calendar's holidays stand; null without */
    public static Shape shape(
            Panel panel,
            List<Covariate> columns,
            List<Integer> periods,
            int horizon,
            @Nullable HolidayInputs holidays) {
        List<List<String>> keys = new ArrayList<>();
        int count =
                panel.series().isEmpty() ? 0 : panel.series().getFirst().keys().size();
        for (int key = 0; key < count; key++) {
            TreeSet<String> values = new TreeSet<>();
            for (Series series : panel.series()) {
                values.add(series.keys().get(key));
            }
            keys.add(List.copyOf(values));
        }
        int season = periods.isEmpty() ? 1 : periods.getFirst();
        return new Shape(
                Measure.of(panel.series()),
                horizon,
                Shape.level(season, panel.typicalLength()),
                season,
                periods.isEmpty() ? 1 : periods.getLast(),
                keys,
                count - 1 > 0 ? count - 1 : -1,
                new InputFinder(panel, columns, keys).find(),
                panel.clock(),
                holidays);
    }

    public Shape shape() {
        return shape;
    }

    public List<String> columns() {
        return features.names();
    }

    /**
     * Learns from steps before a moment.
     *
     * @param back how many of the newest steps of each series are not looked at
     * @param most rows to learn from, drawn at random where there are more
     * @param members how many sets of trees are averaged
     * @param file where the trees go
     */
    public Trees learn(int back, int most, int members, Effort effort, long seed, Path file)
            throws InterruptedException {
        Labelled rows = rows(back, most, effort, seed);
        BoostedTrees[] grown = new BoostedTrees[members];
        try {
            workers.each(
                    members,
                    member -> grown[member] = new TreeTrainer(options(effort, seed + member))
                            .train(rows, (round, training, validation, precision) -> {
                                if (Thread.interrupted()) {
                                    throw new InterruptedException("asked to stop");
                                }
                            }));
            double[] weights = weights(grown[0], rows.matrix());
            if (members == 1) {
                return Trees.of(shape, grown[0], weights, file);
            }
            try (BoostedTrees average = BoostedTrees.average(Arrays.asList(grown))) {
                return Trees.of(shape, average, weights, file);
            }
        } finally {
            for (BoostedTrees each : grown) {
                if (each != null) {
                    each.close();
                }
            }
        }
    }

    /** Whether there are enough steps to learn from without the newest ones. */
    public boolean enough(int back) {
        long steps = 0;
        for (Track track : tracks) {
            steps += Math.max(0, track.count(track.length() - back) - LEAST_VALUES - shape.horizon() + 1);
        }
        return steps >= FEWEST_STEPS;
    }

    /** How far each column moves forecasts on average, in units of the target, over some of the rows. */
    private static double[] weights(BoostedTrees trees, Matrix rows) {
        int count = Math.min(EXPLAINED, rows.rows());
        float[] cells = new float[count * rows.columns()];
        for (int row = 0; row < count; row++) {
            int from = (int) ((long) row * rows.rows() / count);
            System.arraycopy(rows.cells(), from * rows.columns(), cells, row * rows.columns(), rows.columns());
        }
        double[] weights = new double[rows.columns()];
        for (float[] row : trees.contributions(new Matrix(cells, count, rows.columns(), rows.categorical()))) {
            for (int column = 0; column < weights.length; column++) {
                weights[column] += Math.abs(row[column]) / count;
            }
        }
        return weights;
    }

    private static BoostingOptions options(Effort effort, long seed) {
        return BoostingOptions.of(
                        Pace.exactly(effort.rounds(), effort.learningRate()),
                        new TreeShape(effort.depth(), effort.leaf(), 1, BINS),
                        new Sampling(0.8, effort.columns()))
                .withSeed(seed)
                .on(effort.device())
                .withObjective(Objective.SQUARED_ERROR);
    }

    private Labelled rows(int back, int most, Effort effort, long seed) {
        long all = 0;
        for (Track track : tracks) {
            all += Math.max(0, track.count(track.length() - back) - LEAST_VALUES);
        }
        double share = Math.min(1, (double) most / Math.max(1, all));
        SplittableRandom random = new SplittableRandom(seed);
        int expected = (int) Math.min(all, (long) (share * all * 1.05) + 1_000);
        float[] cells = new float[expected * features.width()];
        float[] labels = new float[expected];
        float[] weights = new float[expected];
        float[] row = new float[features.width()];
        double half = Math.max(2, effort.memory() * typicalLength);
        int count = 0;
        for (Track track : tracks) {
            int end = track.length() - back;
            int known = track.count(end);
            for (int number = LEAST_VALUES; number < known && count < expected; number++) {
                if (share < 1 && random.nextDouble() >= share) {
                    continue;
                }
                int target = track.cell(number);
                int ahead = shape.horizon() == 1 ? 1 : 1 + random.nextInt(shape.horizon());
                int now = target - ahead + 1;
                int seen = now < 1 ? 0 : track.count(now);
                if (seen < LEAST_VALUES || !(track.unit(seen) > 0)) {
                    continue;
                }
                features.write(track, surroundings, target, now, row);
                System.arraycopy(row, 0, cells, count * row.length, row.length);
                double label = (track.measured[target] - track.level(seen)) / track.unit(seen);
                labels[count] = (float) Math.clamp(label, -MOST_UNITS, MOST_UNITS);
                weights[count] = (float) Math.pow(0.5, (end - target) / half);
                count++;
            }
        }
        return new Labelled(
                new Matrix(Arrays.copyOf(cells, count * row.length), count, row.length, features.categorical()),
                Arrays.copyOf(labels, count),
                Arrays.copyOf(weights, count));
    }

    /**
     * Forecasts some series.
     *
     * @param series their numbers
     * @param back how many of the newest steps of each are not known
     * @return by position, then step
     */
    public double[][] forecast(Trees trees, int[] series, int back, int steps) throws InterruptedException {
        double[][] paths = new double[series.length][];
        workers.each(series.length, at -> {
            Track track = tracks.get(series[at]);
            paths[at] = trees.path(track, surroundings, features, track.length() - back, steps);
        });
        return paths;
    }

    /** How many series there are. */
    public int size() {
        return panel.series().size();
    }
}
