package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.learning.calibration.Calibration;
import java.util.List;

/**
 * How good a model of this recipe is, judged on rows it had not seen, and what was chosen for the final one.
 *
 * @param test what the figures are computed from
 * @param tuning what the threshold is chosen from
 * @param calibration for the final model
 * @param learner that grows the final model's trees
 * @param rounds trees of the final model
 * @param linearWeight how much say a logistic regression has in the final model; 0 where the trees speak alone
 * @param finalRows rows that the final model learns from
 * @param curve how learning went
 * @param weeks the same judged on earlier stretches of days, the test last; empty where there is no time for it
 * @param days of the test; 0 where there is no time
 * @param how in words: what was learnt from and what was judged on
 */
public record Evaluation(
        Judged test,
        Judged tuning,
        Calibration calibration,
        Learner learner,
        int rounds,
        double linearWeight,
        int[] finalRows,
        LearningCurve curve,
        List<Week> weeks,
        double days,
        String how) {}
