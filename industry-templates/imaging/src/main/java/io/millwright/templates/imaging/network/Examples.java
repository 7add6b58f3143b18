package io.millwright.templates.imaging.network;

/**
 * Images to learn from.
 *
 * @param images at the network's size, one array of bytes each
 * @param truth for each image and output 0 or 1
 * @param exclusive whether exactly one output of an image is 1
 * @param weights for each output what an image without (0) and with it (1) counts, so that rare classes count as much
 */
public record Examples(byte[][] images, byte[][] truth, boolean exclusive, double[][] weights) {

    private static final double MOST = 25;

    /** Weights that let each class count as much as another. */
    public static Examples balanced(byte[][] images, byte[][] truth, boolean exclusive) {
        int outputs = truth[0].length;
        double[][] weights = new double[outputs][2];
        for (int output = 0; output < outputs; output++) {
            double positives = 0;
            for (byte[] row : truth) {
                positives += row[output];
            }
            double shares = exclusive ? outputs : 2;
            weights[output][1] = Math.min(MOST, truth.length / (shares * Math.max(1, positives)));
            weights[output][0] = Math.min(MOST, truth.length / (2 * Math.max(1, truth.length - positives)));
        }
        return new Examples(images, truth, exclusive, weights);
    }

    int size() {
        return images.length;
    }
}
