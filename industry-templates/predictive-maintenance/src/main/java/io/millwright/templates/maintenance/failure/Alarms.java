package io.millwright.templates.maintenance.failure;

import java.util.function.IntPredicate;

/**
 * What alarms from a probability on mean.
 *
 * @param rows all rows
 * @param failures among them
 * @param count alarms
 * @param right alarms that are failures
 */
record Alarms(int rows, int failures, int count, int right) {

    static Alarms of(FailureEvaluation evaluation, double limit) {
        return of(evaluation, limit, at -> true);
    }

    /** @param counted positions of judged cases that count */
    static Alarms of(FailureEvaluation evaluation, double limit, IntPredicate counted) {
        int rows = 0;
        int failures = 0;
        int count = 0;
        int right = 0;
        for (int at = 0; at < evaluation.labels().length; at++) {
            if (counted.test(at)) {
                boolean alarm = evaluation.probabilities()[at] >= limit;
                rows++;
                failures += evaluation.labels()[at];
                count += alarm ? 1 : 0;
                right += alarm ? evaluation.labels()[at] : 0;
            }
        }
        return new Alarms(rows, failures, count, right);
    }

    double precision() {
        return count == 0 ? 0 : (double) right / count;
    }

    double recall() {
        return failures == 0 ? 0 : (double) right / failures;
    }

    int missed() {
        return failures - right;
    }

    /** In needless inspections: every alarm is an inspection, every missed failure costs so many. */
    double cost(double missedCost) {
        return count + missedCost * missed();
    }

    /** The cheaper of inspecting all and none. */
    double costWithout(double missedCost) {
        return Math.min(rows, missedCost * failures);
    }
}
