package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.Arrays;

/**
 * When is learnt from and when is judged, in microseconds since 1970; ends are exclusive.
 *
 * <pre>
 *   trainingStart ... validationStart ... trainingEnd ... (labels not known yet) ... testStart ... testEnd
 * </pre>
 *
 * @param validationStart the last part of the training time, which early stopping, calibration and threshold are taken
 *     from by a model that learnt from before it
 * @param length of the training time; the model that is stopped early learns from as long a time before the validation
 * @param wholeDays whether all moments are starts of days
 */
public record TimePlan(
        long trainingStart,
        long validationStart,
        long trainingEnd,
        long testStart,
        long testEnd,
        long length,
        boolean wholeDays) {

    /** Labelled rows from one moment to before another. */
    public static int[] rows(Transactions all, long from, long to) {
        int[] rows = new int[all.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (all.hasTime(row)
                    && all.time[row] >= from
                    && all.time[row] < to
                    && all.label[row] != Transactions.UNKNOWN
                    && !all.remembered(row)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    static int frauds(Transactions all, int[] rows) {
        int frauds = 0;
        for (int row : rows) {
            frauds += all.label[row] == 1 ? 1 : 0;
        }
        return frauds;
    }

    double testDays() {
        return (double) (testEnd - testStart) / Transactions.DAY;
    }
}
