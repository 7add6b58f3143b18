package io.millwright.templates.maintenance.life;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a model said of machines that it had not seen.
 *
 * @param estimates for each row the remaining life as estimated by a model that had not learnt from its machine; NaN where
 *     none was asked
 * @param judged rows that the figures are of: random moments in the lives of held-out machines, as many of each
 * @param late further moments of machines whose beginning was hidden from the model
 * @param cut how far ahead the models could see, the median over folds
 */
public record LifeEvaluation(double[] estimates, int[] judged, Moments late, double cut) {

    private static final int MOMENTS = 25;

    /** Beginnings that are hidden of each machine, up to half of a typical life, and moments looked at after each. */
    private static final int LATE_STARTS = 5;

    private static final int LATE_MOMENTS = 8;
    private static final double MOST_HIDDEN = 0.5;

    /** Moments before this share of a life has passed are no history yet. */
    private static final double WARM_UP = 0.1;

    /** Holds each machine out once. */
    public static LifeEvaluation of(
            Fleet fleet,
            double[] remaining,
            LifeLearner learner,
            Effort effort,
            long seed,
            LifeLearner.Listener listener)
            throws InterruptedException {
        int[] assets = failing(fleet, remaining);
        SplittableRandom random = new SplittableRandom(seed);
        shuffle(assets, random);
        int folds = Math.min(effort.folds(), assets.length);
        double[] estimates = new double[fleet.rows()];
        Arrays.fill(estimates, Double.NaN);
        // a generator of its own, so that what is judged does not depend on what is hidden
        SplittableRandom hiding = new SplittableRandom(seed + 1);
        Moments late = new Moments(new int[0], new int[0], new double[0]);
        double[] cuts = new double[folds];
        LifeModel[] models = new LifeModel[folds];
        try {
            learner.workers().each(folds, fold -> {
                int[] learnt = IntStream.range(0, assets.length)
                        .filter(at -> at % folds != fold)
                        .map(at -> assets[at])
                        .sorted()
                        .toArray();
                models[fold] = learner.learn(learnt, effort.options(), effort.judgedMembers(), listener);
            });
            for (int fold = 0; fold < folds; fold++) {
                LifeModel model = models[fold];
                cuts[fold] = model.cut();
                for (int at = fold; at < assets.length; at += folds) {
                    int from = fleet.first(assets[at]);
                    int to = fleet.end(assets[at]);
                    System.arraycopy(model.estimate(model.matrix(fleet, from, to)), 0, estimates, from, to - from);
                    late = late.with(late(fleet, remaining, model, assets[at], hiding));
                }
            }
        } finally {
            Stream.of(models).filter(Objects::nonNull).forEach(LifeModel::close);
        }
        Arrays.sort(cuts);
        return new LifeEvaluation(estimates, moments(fleet, remaining, assets, random), late, cuts[folds / 2]);
    }

    /** The judged moments, and those of histories that begin late. */
    public Moments moments(Fleet fleet) {
        return new Moments(
                        judged,
                        Arrays.stream(judged)
                                .map(row -> fleet.first(fleet.assetOf(row)))
                                .toArray(),
                        Arrays.stream(judged).mapToDouble(row -> estimates[row]).toArray())
                .with(late);
    }

    private static Moments late(Fleet fleet, double[] remaining, LifeModel model, int asset, SplittableRandom random) {
        int most = (int) (MOST_HIDDEN * fleet.medianRows());
        Moments all = new Moments(new int[0], new int[0], new double[0]);
        for (int start = 0; start < LATE_STARTS; start++) {
            int from = fleet.first(asset) + 1 + random.nextInt(Math.max(1, most));
            int to = fleet.end(asset);
            if (from >= to) {
                continue;
            }
            double[] said = model.estimate(model.matrix(fleet, from, to));
            int[] rows = IntStream.range(0, LATE_MOMENTS)
                    .map(moment -> random.nextInt(from, to))
                    .filter(row -> !Double.isNaN(remaining[row]))
                    .toArray();
            all = all.with(new Moments(
                    rows,
                    Arrays.stream(rows).map(row -> from).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> said[row - from]).toArray()));
        }
        return all;
    }

    /** Machines whose failure is known. */
    public static int[] failing(Fleet fleet, double[] remaining) {
        return IntStream.range(0, fleet.size())
                .filter(asset -> fleet.end(asset) > fleet.first(asset) && !Double.isNaN(remaining[fleet.first(asset)]))
                .toArray();
    }

    private static int[] moments(Fleet fleet, double[] remaining, int[] assets, SplittableRandom random) {
        return Arrays.stream(assets)
                .sorted()
                .flatMap(asset -> {
                    int from = fleet.first(asset) + (int) (WARM_UP * (fleet.end(asset) - fleet.first(asset)));
                    return IntStream.range(0, MOMENTS).map(moment -> random.nextInt(from, fleet.end(asset)));
                })
                .filter(row -> !Double.isNaN(remaining[row]))
                .toArray();
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }
}
