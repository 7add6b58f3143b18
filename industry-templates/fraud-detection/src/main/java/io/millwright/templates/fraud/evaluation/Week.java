package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.learning.metrics.Ranking;
import java.time.LocalDate;

/**
 * How a model did on a stretch of days that it had not seen, with days to learn from and a delay of its own.
 *
 * @param last the last day
 * @param rows judged
 * @param frauds among them
 */
public record Week(LocalDate first, LocalDate last, int rows, int frauds, double averagePrecision, double auc) {

    static Week of(LocalDate first, LocalDate last, Judged judged) {
        Ranking ranking = judged.ranking();
        return new Week(first, last, judged.rows().length, judged.frauds(), ranking.averagePrecision(), ranking.auc());
    }
}
