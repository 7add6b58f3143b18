package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.learning.metrics.Ranking;
import java.util.List;

/**
 * How a learner did on rows inside the training part.
 *
 * @param rounds trees at which it stopped
 */
public record Tried(double averagePrecision, double auc, int rounds) {

    static Tried of(double[] scores, byte[] labels, int rounds) {
        Ranking ranking = new Ranking(scores, labels);
        return new Tried(ranking.averagePrecision(), ranking.auc(), rounds);
    }

    /** The mean of at least one. */
    static Tried mean(List<Tried> parts) {
        double precision = 0;
        double area = 0;
        int trees = 0;
        for (Tried part : parts) {
            precision += part.averagePrecision;
            area += part.auc;
            trees += part.rounds;
        }
        return new Tried(precision / parts.size(), area / parts.size(), trees / parts.size());
    }

    /** Found early in the list and trusted in the middle: neither alone says it. */
    double quality() {
        return averagePrecision + auc;
    }
}
