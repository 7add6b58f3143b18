package io.millwright.templates.learning.boosting;

/** Watches training round by round. */
@FunctionalInterface
public interface RoundListener {

    /**
     * Called after each round, on the training thread.
     *
     * @param round from 1
     * @param trainingLoss the objective's loss on the training rows: log loss, or root mean squared error; NaN without
     *     validation rows
     * @param validationLoss the same on the validation rows; NaN without any
     * @param validationPrecision area under the precision-recall curve on the validation rows; NaN without any,
     *     and for amounts
     * @throws InterruptedException to give training up
     */
    void round(int round, double trainingLoss, double validationLoss, double validationPrecision)
            throws InterruptedException;

    /** Listens to nothing. */
    static RoundListener silent() {
        return (round, trainingLoss, validationLoss, validationPrecision) -> {};
    }
}
