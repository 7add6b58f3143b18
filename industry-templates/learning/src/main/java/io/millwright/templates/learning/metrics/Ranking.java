package io.millwright.templates.learning.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How well scores put the positives first. Rows of equal score count as one step, so that their order does not matter.
 *
 * <p>With no positive or no negative row the figures are NaN.
 */
public final class Ranking {

    /** The state after taking every row with at least this score, steps by falling score. */
    public record Step(double score, int truePositives, int falsePositives) {}

    private final List<Step> steps;
    private final int positives;
    private final int negatives;

    /** @param labels 0 or 1 for each score */
    public Ranking(double[] scores, byte[] labels) {
        if (scores.length != labels.length) {
            throw new IllegalArgumentException(scores.length + " scores, " + labels.length + " labels");
        }
        int[] order = Order.descending(scores);
        List<Step> found = new ArrayList<>();
        int hits = 0;
        int misses = 0;
        for (int at = 0; at < order.length; at++) {
            if (labels[order[at]] == 1) {
                hits++;
            } else {
                misses++;
            }
            if (at + 1 == order.length || scores[order[at + 1]] != scores[order[at]]) {
                found.add(new Step(scores[order[at]], hits, misses));
            }
        }
        steps = found;
        positives = hits;
        negatives = misses;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public int positives() {
        return positives;
    }

    public int negatives() {
        return negatives;
    }

    /** Area under the receiver operating characteristic: the chance that a positive row outranks a negative one. */
    public double auc() {
        double area = 0;
        int hits = 0;
        int misses = 0;
        for (Step step : steps) {
            area += (double) (step.falsePositives() - misses) * (step.truePositives() + hits) / 2;
            hits = step.truePositives();
            misses = step.falsePositives();
        }
        return area / ((double) positives * negatives);
    }

    /** Precision averaged over the steps of recall, without interpolation. */
    public double averagePrecision() {
        double sum = 0;
        int hits = 0;
        for (Step step : steps) {
            sum += (double) (step.truePositives() - hits) * precision(step);
            hits = step.truePositives();
        }
        return negatives == 0 || positives == 0 ? Double.NaN : sum / positives;
    }

    public double precision(Step step) {
        return (double) step.truePositives() / (step.truePositives() + step.falsePositives());
    }

    public double recall(Step step) {
        return (double) step.truePositives() / positives;
    }

    public double falseAlarmRate(Step step) {
        return (double) step.falsePositives() / negatives;
    }

    /** At most {@code most} steps, spread so that a drawn curve keeps its shape at both ends. */
    public List<Step> thinned(int most) {
        if (steps.size() <= most) {
            return steps();
        }
        List<Step> kept = new ArrayList<>(most);
        double wanted = 0;
        double reach = (double) positives + negatives;
        for (Step step : steps) {
            double share = position(step, reach);
            if (share >= wanted) {
                kept.add(step);
                wanted = share + 1.0 / (most - 1);
            }
        }
        Step last = steps.getLast();
        if (kept.getLast() != last) {
            kept.add(last);
        }
        return List.copyOf(kept);
    }

    /** Half by recall and half by the square root of rows taken: both early and late steps get their points. */
    private double position(Step step, double reach) {
        double taken = Math.sqrt((step.truePositives() + step.falsePositives()) / reach);
        return positives == 0 ? taken : (recall(step) + taken) / 2;
    }
}
