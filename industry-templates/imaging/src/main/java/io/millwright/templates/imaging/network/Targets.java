package io.millwright.templates.imaging.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;

/**
 * What a batch should give, weighted by class. With balanced weights the classes are as likely as each other where the logits
 * are equal (or zero), so that no threshold is left to choose.
 *
 * @param wanted batch × outputs: for exclusive classes the smoothed truth, else likewise for each by itself
 * @param weights batch × outputs; sums to one over what is averaged
 */
record Targets(float[] wanted, float[] weights, int rows, int outputs, boolean exclusive) {

    static Targets of(Examples examples, int[] rows, int from, int to, double smoothing) {
        int outputs = examples.truth()[0].length;
        float[] wanted = new float[(to - from) * outputs];
        float[] weights = new float[wanted.length];
        double total = 0;
        for (int at = from; at < to; at++) {
            byte[] truth = examples.truth()[rows[at]];
            for (int output = 0; output < outputs; output++) {
                int cell = (at - from) * outputs + output;
                double even = examples.exclusive() ? 1.0 / outputs : 0.5;
                wanted[cell] = (float) (truth[output] * (1 - smoothing) + even * smoothing);
                double weight = examples.weights()[output][truth[output]];
                if (examples.exclusive()) {
                    weight = ofClass(examples, truth);
                }
                weights[cell] = (float) weight;
                total += examples.exclusive() ? weight / outputs : weight;
            }
        }
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] /= (float) total;
        }
        return new Targets(wanted, weights, to - from, outputs, examples.exclusive());
    }

    private static double ofClass(Examples examples, byte[] truth) {
        for (int output = 0; output < truth.length; output++) {
            if (truth[output] == 1) {
                return examples.weights()[output][1];
            }
        }
        return 0;
    }

    /** Cross entropy: of the softmax where classes exclude each other, else of each sigmoid. */
    NDArray loss(NDArray logits, NDManager manager) {
        NDArray each = Network.create(manager, weights, rows, outputs);
        NDArray truth = Network.create(manager, wanted, rows, outputs);
        return exclusive
                ? logits.logSoftmax(1).mul(truth).mul(each).sum().neg()
                : Activation.softPlus(logits).sub(logits.mul(truth)).mul(each).sum();
    }
}
