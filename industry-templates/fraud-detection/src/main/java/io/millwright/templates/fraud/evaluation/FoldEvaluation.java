package io.millwright.templates.fraud.evaluation;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.fraud.mixture.LinearLearner;
import io.millwright.templates.fraud.mixture.SideBySide;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.split.Folds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges by chance, where there is no time to split by: every row is scored by a model that learnt from the other folds.
 * Rows set aside from the first of these, twice, tell how many trees are good. Probabilities are calibrated, and the say of a
 * logistic regression is chosen, on the other folds' scores.
 */
public final class FoldEvaluation {

    /** Judges every row. */
    public static final int EVERY_FOLD = 5;
    /** Judges rows that a search has not chosen by. */
    public static final int FIRST_FOLD = 1;

    private static final int FOLDS = 5;
    private static final int STOPPING_FOLDS = 8;
    /** One in eight rows says little about where to stop: the mean of two such parts says more. */
    private static final int STOPS = 2;

    private static final int ENOUGH_TO_STOP = 30;
    private static final int FEW_ROUNDS = 60;
    /** Cells of the table above which one fold has to do for all. */
    private static final long MOST_CELLS = 6_000_000;

    private final Learner learner;
    private final long seed;
    private final int judgedFolds;
    private final Progress progress;
    private final Transactions all;
    private final int[] rows;
    private final byte[] labels;
    private final Togetherness together;
    private final int[] fold;

    /** @param mostJudged how many of the five folds are judged at most */
    public FoldEvaluation(Learner learner, long seed, int mostJudged, Notes notes, Progress progress) {
        this.learner = learner;
        this.seed = seed;
        this.progress = progress;
        this.all = learner.table().transactions();
        this.rows = range(all.size(), row -> all.label[row] != Transactions.UNKNOWN && !all.remembered(row));
        this.labels = learner.table().labels(rows);
        int folds = Math.min(FOLDS, rarer());
        this.together = Togetherness.of(learner.table(), rows, notes);
        this.fold = dealt(labels, together, folds, seed);
        boolean large = (long) rows.length * learner.table().features().size() > MOST_CELLS;
        this.judgedFolds = large ? 1 : Math.min(folds, mostJudged);
    }

    public Evaluation run() throws InterruptedException {
        double[] raw = new double[rows.length];
        LearningCurve shown =
                new LearningCurve(progress, 0.35, 0.4, learner.options().rounds());
        SideBySide beside = new SideBySide(new LinearLearner(learner.table()));
        boolean wholly = judgedFolds > 1;
        int rounds = stopped(shown, wholly ? null : beside).rounds();
        for (int number = 0; number < judgedFolds; number++) {
            double from = 0.45 + 0.3 * number / judgedFolds;
            LearningCurve curve = new LearningCurve(progress, from, from + 0.3 / judgedFolds, learner.steps(rounds));
            int[] judged = Folds.rows(fold, number, true);
            int[] learnt = pick(rows, Folds.rows(fold, number, false));
            try (BoostedTrees trees = learner.exactly(rounds, learnt, curve)) {
                Matrix matrix = learner.table().matrix(pick(rows, judged));
                double[] scores = trees.probabilities(matrix);
                if (wholly) {
                    beside.add(number, learnt, pick(rows, judged), scores);
                } else {
                    scores = new LinearLearner(learner.table())
                            .mixture(beside.weight(), learnt)
                            .scores(scores, matrix);
                }
                put(scores, judged, raw);
            }
            progress.log("Fold " + (number + 1) + " of " + judgedFolds + " judged");
        }
        double weight = beside.weight();
        double[] asUsed = raw;
        if (wholly && weight > 0) {
            asUsed = new double[rows.length];
            for (int number = 0; number < judgedFolds; number++) {
                int[] judged = Folds.rows(fold, number, true);
                put(beside.mixed(number, beside.weightWithout(number)), judged, raw);
                put(beside.mixed(number, weight), judged, asUsed);
            }
        }
        return evaluation(raw, asUsed, Math.max(1, rounds), weight, shown);
    }

    private static void put(double[] values, int[] positions, double[] into) {
        for (int at = 0; at < positions.length; at++) {
            into[positions[at]] = values[at];
        }
    }

    /** How well the learner does on rows set aside from those that the first fold learns from. */
    public Tried tried() throws InterruptedException {
        return stopped(new LearningCurve(progress, 0.35, 0.4, learner.options().rounds()), null);
    }

    /**
     * How many trees are good, by rows set aside from those that the first fold learns from.
     *
     * @param beside told of these rows, where no other rows will tell how much say a regression deserves
     */
    private Tried stopped(LearningCurve curve, @Nullable SideBySide beside) throws InterruptedException {
        if (rarer() < ENOUGH_TO_STOP) {
            return new Tried(
                    Double.NaN,
                    Double.NaN,
                    Math.min(FEW_ROUNDS, learner.options().rounds()));
        }
        int[] others = Folds.rows(fold, 0, false);
        byte[] otherLabels = new byte[others.length];
        for (int at = 0; at < others.length; at++) {
            otherLabels[at] = labels[others[at]];
        }
        int[] inner = dealt(otherLabels, together.of(others), STOPPING_FOLDS, seed + 1);
        List<Tried> parts = new ArrayList<>();
        for (int time = 0; time < STOPS; time++) {
            int[] stopping = pick(rows, pick(others, Folds.rows(inner, time, true)));
            int[] learning = pick(rows, pick(others, Folds.rows(inner, time, false)));
            LearningCurve heard = time == 0 ? curve : new LearningCurve(progress, 0.4, 0.45, curve.rounds());
            try (BoostedTrees trees = learner.stoppedEarly(learning, stopping, heard)) {
                double[] scores = trees.probabilities(learner.table().matrix(stopping));
                parts.add(Tried.of(scores, learner.table().labels(stopping), trees.rounds()));
                if (beside != null) {
                    beside.add(time, learning, stopping, scores);
                }
            }
        }
        return Tried.mean(parts);
    }

    /** @param asUsed the scores of the mixture that will be used, which its calibration is fitted on */
    private Evaluation evaluation(double[] raw, double[] asUsed, int rounds, double linearWeight, LearningCurve shown) {
        int[] scored = judgedFolds == 1 ? Folds.rows(fold, 0, true) : range(rows.length);
        double[] scores = new double[scored.length];
        double[] used = new double[scored.length];
        byte[] outcomes = new byte[scored.length];
        int[] part = new int[scored.length];
        for (int at = 0; at < scored.length; at++) {
            scores[at] = raw[scored[at]];
            used[at] = asUsed[scored[at]];
            outcomes[at] = labels[scored[at]];
            part[at] = fold[scored[at]];
        }
        int[] calibrationParts = judgedFolds == 1 ? Folds.stratified(outcomes, 2, seed + 2) : part;
        double[] probabilities = crossCalibrated(scores, outcomes, calibrationParts);
        Judged test = new Judged(pick(rows, scored), scores, probabilities, outcomes);
        String how = judgedFolds == 1
                ? String.format(
                        Locale.ROOT,
                        "Judged on %,d rows chosen by chance, one in %d, after learning from the others.",
                        scored.length,
                        Arrays.stream(fold).max().orElse(0) + 1)
                : String.format(
                        Locale.ROOT,
                        "Judged on all %,d rows in %d parts, each by a model that learnt from the other parts.",
                        rows.length,
                        judgedFolds);
        return new Evaluation(
                test,
                test,
                Calibration.fit(used, outcomes),
                learner,
                rounds,
                linearWeight,
                rows,
                shown,
                List.of(),
                0,
                how);
    }

    private static double[] crossCalibrated(double[] scores, byte[] labels, int[] part) {
        double[] probabilities = new double[scores.length];
        for (int number = 0; number <= Arrays.stream(part).max().orElse(0); number++) {
            int[] inside = Folds.rows(part, number, true);
            int[] outside = Folds.rows(part, number, false);
            double[] otherScores = new double[outside.length];
            byte[] otherLabels = new byte[outside.length];
            for (int at = 0; at < outside.length; at++) {
                otherScores[at] = scores[outside[at]];
                otherLabels[at] = labels[outside[at]];
            }
            Calibration calibration = Calibration.fit(otherScores, otherLabels);
            for (int row : inside) {
                probabilities[row] = calibration.probability(scores[row]);
            }
        }
        return probabilities;
    }

    private static int[] dealt(byte[] labels, Togetherness together, int folds, long seed) {
        if (together.anyone()) {
            int[] grouped = Folds.grouped(labels, together.group(), folds, seed);
            if (IntStream.range(0, folds).allMatch(number -> bothSorts(labels, grouped, number))) {
                return grouped;
            }
        }
        return Folds.stratified(labels, folds, seed);
    }

    private static boolean bothSorts(byte[] labels, int[] fold, int number) {
        int[] inside = Folds.rows(fold, number, true);
        int positives = Arrays.stream(inside).map(row -> labels[row]).sum();
        return positives > 0 && positives < inside.length;
    }

    /** Rows of the rarer sort. */
    private int rarer() {
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        return Math.min(positives, rows.length - positives);
    }

    private static int[] range(int size, IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted).toArray();
    }

    private static int[] range(int size) {
        return range(size, row -> true);
    }

    private static int[] pick(int[] values, int[] positions) {
        int[] picked = new int[positions.length];
        for (int at = 0; at < positions.length; at++) {
            picked[at] = values[positions[at]];
        }
        return picked;
    }
}
