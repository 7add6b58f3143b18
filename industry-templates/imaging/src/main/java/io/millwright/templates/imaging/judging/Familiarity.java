package io.millwright.templates.imaging.judging;

import java.util.Arrays;

/**
 * How far an image lies from those learnt from: the Mahalanobis distance of its features to the nearest class (Lee et al.
 * 2018), as a share of the distance that 99 % of images not learnt from stay below. Above 1 it is strange.
 *
 * @param means class × feature
 * @param factor lower triangle of the Cholesky factor of the common covariance, row by row
 * @param usual the distance that counts as 1
 */
public record Familiarity(double[][] means, double[][] factor, double usual) {

    private static final double SHARE = 0.99;
    private static final double SHRINKAGE = 0.1;

    /**
     * @param features of images learnt from
     * @param classes their class, or −1
     * @param others features of like images that were not learnt from
     */
    public static Familiarity of(double[][] features, int[] classes, int count, double[][] others) {
        int width = features[0].length;
        double[][] means = new double[count + 1][width];
        int[] sizes = new int[count + 1];
        for (int row = 0; row < features.length; row++) {
            sizes[classes[row] + 1]++;
            for (int at = 0; at < width; at++) {
                means[classes[row] + 1][at] += features[row][at];
            }
        }
        for (int kind = 0; kind <= count; kind++) {
            for (int at = 0; at < width; at++) {
                means[kind][at] /= Math.max(1, sizes[kind]);
            }
        }
        double[][] spread = covariance(features, classes, means);
        double[][] kept = java.util.stream.IntStream.range(0, count + 1)
                .filter(kind -> sizes[kind] > 0)
                .mapToObj(kind -> means[kind])
                .toArray(double[][]::new);
        Familiarity raw = new Familiarity(kept, cholesky(spread), 1);
        double[][] judged = others.length > 0 ? others : features;
        double[] distances =
                Arrays.stream(judged).mapToDouble(raw::strangeness).sorted().toArray();
        double usual = distances[(int) Math.min(distances.length - 1, Math.ceil(distances.length * SHARE))];
        return new Familiarity(kept, raw.factor, Math.max(usual, 1e-9));
    }

    /** 1 is what only one in a hundred known images exceeds. */
    public double strangeness(double[] features) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] mean : means) {
            double squares = 0;
            double[] solved = new double[features.length];
            for (int row = 0; row < features.length; row++) {
                double value = features[row] - mean[row];
                for (int at = 0; at < row; at++) {
                    value -= factor[row][at] * solved[at];
                }
                solved[row] = value / factor[row][row];
                squares += solved[row] * solved[row];
            }
            least = Math.min(least, squares);
        }
        return Math.sqrt(least) / usual;
    }

    private static double[][] covariance(double[][] features, int[] classes, double[][] means) {
        int width = features[0].length;
        double[][] spread = new double[width][width];
        for (int row = 0; row < features.length; row++) {
            double[] mean = means[classes[row] + 1];
            for (int one = 0; one < width; one++) {
                double away = features[row][one] - mean[one];
                for (int other = 0; other <= one; other++) {
                    spread[one][other] += away * (features[row][other] - mean[other]) / features.length;
                }
            }
        }
        double trace = 0;
        for (int at = 0; at < width; at++) {
            trace += spread[at][at] / width;
        }
        for (int one = 0; one < width; one++) {
            for (int other = 0; other < one; other++) {
                spread[one][other] *= 1 - SHRINKAGE;
            }
            spread[one][one] = (1 - SHRINKAGE) * spread[one][one] + SHRINKAGE * trace + 1e-9;
        }
        return spread;
    }

    private static double[][] cholesky(double[][] lower) {
        int width = lower.length;
        double[][] factor = new double[width][];
        for (int row = 0; row < width; row++) {
            factor[row] = new double[row + 1];
            for (int column = 0; column <= row; column++) {
                double sum = lower[row][column];
                for (int at = 0; at < column; at++) {
                    sum -= factor[row][at] * factor[column][at];
                }
                factor[row][column] = row == column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[column][column];
            }
        }
        return factor;
    }
}
