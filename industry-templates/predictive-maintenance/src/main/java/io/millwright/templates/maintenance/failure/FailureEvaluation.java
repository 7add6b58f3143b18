package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.calibration.Logistic;
import io.millwright.templates.learning.metrics.ProbabilityErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What models said of cases that they had not learnt from.
 *
 * @param judged positions of the cases
 * @param probabilities of a failure, calibrated on the other parts
 * @param labels 1 for a failure
 * @param sorts the likeliest class among failures for each; 0 where there is one sort only
 * @param rounds trees that were best, the median over parts
 * @param calibration learnt from all judged cases, for the final model
 */
record FailureEvaluation(
        int[] judged, double[] probabilities, byte[] labels, int[] sorts, int rounds, Calibration calibration) {

    static FailureEvaluation of(Cases cases, Parts parts, FailureLearner learner, FailureLearner.Listener listener)
            throws InterruptedException {
        double[] scores = new double[cases.size()];
        int[] sorts = new int[cases.size()];
        byte[] labels = cases.labels();
        List<Integer> rounds = new ArrayList<>();
        List<Integer> judged = new ArrayList<>();
        int[] done = parts.judged();
        for (int at = 0; at < done.length; at++) {
            int number = at;
            int[] learnt = parts.learnt(done[at]);
            int[] choosing = parts.held(parts.choosing(done[at]));
            if (!bothKinds(labels, learnt) || !bothKinds(labels, choosing)) {
                continue;
            }
            int[] held = parts.held(done[at]);
            try (BoostedTrees trees =
                    learner.any(learnt, choosing, share -> listener.done((number + share) / done.length))) {
                rounds.add(trees.rounds());
                double[] said = trees.scorer().scores(cases.matrix(held));
                for (int one = 0; one < held.length; one++) {
                    scores[held[one]] = said[one];
                    judged.add(held[one]);
                }
            }
            sorts(cases, learner, learnt, held, sorts);
        }
        int[] positions = judged.stream().mapToInt(Integer::intValue).sorted().toArray();
        double[] raw = Arrays.stream(positions).mapToDouble(at -> scores[at]).toArray();
        byte[] truths = pick(labels, positions);
        int[] typical = rounds.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new FailureEvaluation(
                positions,
                crossed(
                        raw,
                        truths,
                        Arrays.stream(positions).map(at -> parts.of()[at]).toArray(),
                        parts.count()),
                truths,
                Arrays.stream(positions).map(at -> sorts[at]).toArray(),
                typical.length == 0 ? 0 : Math.max(1, typical[typical.length / 2]),
                bothKinds(truths, IntStream.range(0, truths.length).toArray())
                        ? Calibration.fit(raw, truths)
                        : new Logistic(1, 0));
    }

    /** Whether anything could be judged. */
    boolean possible() {
        return rounds > 0 && bothKinds(labels, IntStream.range(0, labels.length).toArray());
    }

    double logLoss() {
        double sum = 0;
        for (int at = 0; at < labels.length; at++) {
            double probability = Math.clamp(probabilities[at], 1e-6, 1 - 1e-6);
            sum -= Math.log(labels[at] == 1 ? probability : 1 - probability);
        }
        return sum / labels.length;
    }

    double brier() {
        return ProbabilityErrors.brier(probabilities, labels);
    }

    private static void sorts(Cases cases, FailureLearner learner, int[] learnt, int[] held, int[] into)
            throws InterruptedException {
        int[] failing =
                Arrays.stream(held).filter(at -> cases.classes()[at] > 0).toArray();
        List<BoostedTrees> grown = learner.sorts(learnt);
        try {
            if (grown.isEmpty() || failing.length == 0) {
                return;
            }
            double[][] shares =
                    FailureModel.shares(grown.stream().map(BoostedTrees::scorer).toList(), cases.matrix(failing));
            for (int at = 0; at < failing.length; at++) {
                int best = 0;
                for (int sort = 1; sort < shares[at].length; sort++) {
                    best = shares[at][sort] > shares[at][best] ? sort : best;
                }
                into[failing[at]] = best + 1;
            }
        } finally {
            grown.forEach(BoostedTrees::close);
        }
    }

    /** Each part is calibrated by the others. */
    private static double[] crossed(double[] raw, byte[] labels, int[] part, int parts) {
        double[] probabilities = new double[raw.length];
        for (int held = 0; held < parts; held++) {
            int one = held;
            int[] inside =
                    IntStream.range(0, raw.length).filter(at -> part[at] == one).toArray();
            int[] others =
                    IntStream.range(0, raw.length).filter(at -> part[at] != one).toArray();
            boolean possible = inside.length > 0 && bothKinds(labels, others);
            Calibration calibration = possible
                    ? Calibration.fit(
                            Arrays.stream(others).mapToDouble(at -> raw[at]).toArray(), pick(labels, others))
                    : null;
            for (int at : inside) {
                probabilities[at] = calibration == null ? raw[at] : calibration.probability(raw[at]);
            }
        }
        return probabilities;
    }

    private static boolean bothKinds(byte[] labels, int[] positions) {
        long failures = Arrays.stream(positions).filter(at -> labels[at] == 1).count();
        return failures > 0 && failures < positions.length;
    }

    private static byte[] pick(byte[] labels, int[] positions) {
        byte[] picked = new byte[positions.length];
        for (int at = 0; at < picked.length; at++) {
            picked[at] = labels[positions[at]];
        }
        return picked;
    }
}
