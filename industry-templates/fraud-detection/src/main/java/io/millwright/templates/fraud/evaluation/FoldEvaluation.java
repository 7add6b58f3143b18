package io.millwright.templates.fraud.evaluation;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.split.Folds;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Judges by chance, where there is no time to split by: every row is scored by a model that learnt from the other folds.
 * Rows set aside from the first of these, twice, tell how many trees are good. Probabilities are calibrated on the other
 * folds' scores.
 */
public final class FoldEvaluation {

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
    private final Progress progress;
    private final Transactions all;

    public FoldEvaluation(Learner learner, long seed, Progress progress) {
        this.learner = learner;
        this.seed = seed;
        this.progress = progress;
        this.all = learner.table().transactions();
    }

    public Evaluation run() throws InterruptedException {
        int[] rows = labelledRows();
        byte[] labels = learner.table().labels(rows);
        int positives = sum(labels);
        int rarer = Math.min(positives, rows.length - positives);
        int folds = Math.min(FOLDS, rarer);
        int judgedFolds = (long) rows.length * learner.table().features().size() > MOST_CELLS ? 1 : folds;
        int[] fold = Folds.stratified(labels, folds, seed);
        double[] raw = new double[rows.length];
        LearningCurve shown =
                new LearningCurve(progress, 0.35, 0.4, learner.options().rounds());
        int rounds = rounds(rows, labels, Folds.rows(fold, 0, false), rarer, shown);
        for (int number = 0; number < judgedFolds; number++) {
            double from = 0.45 + 0.3 * number / judgedFolds;
            LearningCurve curve = new LearningCurve(progress, from, from + 0.3 / judgedFolds, learner.steps(rounds));
            int[] judged = Folds.rows(fold, number, true);
            int[] others = Folds.rows(fold, number, false);
            try (BoostedTrees trees = learner.exactly(rounds, pick(rows, others), curve)) {
                double[] scores = trees.probabilities(learner.table().matrix(pick(rows, judged)));
                for (int at = 0; at < judged.length; at++) {
                    raw[judged[at]] = scores[at];
                }
            }
            progress.log("Fold " + (number + 1) + " of " + judgedFolds + " judged");
        }
        return evaluation(rows, labels, fold, judgedFolds, raw, Math.max(1, rounds), shown);
    }

    /** How many trees are good, by rows set aside from those that the first fold learns from. */
    private int rounds(int[] rows, byte[] labels, int[] others, int rarer, LearningCurve curve)
            throws InterruptedException {
        if (rarer < ENOUGH_TO_STOP) {
            return Math.min(FEW_ROUNDS, learner.options().rounds());
        }
        byte[] otherLabels = new byte[others.length];
        for (int at = 0; at < others.length; at++) {
            otherLabels[at] = labels[others[at]];
        }
        int[] inner = Folds.stratified(otherLabels, STOPPING_FOLDS, seed + 1);
        int sum = 0;
        for (int time = 0; time < STOPS; time++) {
            int[] stopping = pick(others, Folds.rows(inner, time, true));
            int[] learning = pick(others, Folds.rows(inner, time, false));
            LearningCurve heard = time == 0 ? curve : new LearningCurve(progress, 0.4, 0.45, curve.rounds());
            try (BoostedTrees trees = learner.stoppedEarly(pick(rows, learning), pick(rows, stopping), heard)) {
                sum += trees.rounds();
            }
        }
        return sum / STOPS;
    }

    private Evaluation evaluation(
            int[] rows, byte[] labels, int[] fold, int judgedFolds, double[] raw, int rounds, LearningCurve shown) {
        int[] scored = judgedFolds == 1 ? Folds.rows(fold, 0, true) : range(rows.length);
        double[] scores = new double[scored.length];
        byte[] outcomes = new byte[scored.length];
        int[] part = new int[scored.length];
        for (int at = 0; at < scored.length; at++) {
            scores[at] = raw[scored[at]];
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
        return new Evaluation(test, test, Calibration.fit(scores, outcomes), learner, rounds, rows, shown, 0, how);
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

    private int[] labelledRows() {
        return range(all.size(), row -> all.label[row] != Transactions.UNKNOWN && !all.remembered(row));
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

    private static int sum(byte[] labels) {
        int sum = 0;
        for (byte label : labels) {
            sum += label;
        }
        return sum;
    }
}
