package io.millwright.templates.forecasting.members;

import io.millwright.templates.learning.linear.NormalEquations;

/**
 * The normal equations of an autoregression whose every window is centred on the mean of its newest values. Neighbouring
 * windows share nearly all products, so each diagonal of the matrix follows from one sum.
 */
final class LagSums {

    private LagSums() {}

    /**
     * Unknowns: one per lag, then a constant.
     *
     * @param z values, longer than {@code lags}
     * @param centre how many of the newest values of a window are its level
     */
    static NormalEquations of(double[] z, int lags, int centre) {
        int windows = z.length - lags;
        NormalEquations equations = new NormalEquations(lags + 1);
        double[] levels = levels(z, lags, centre);
        double[] level = new double[lags + 1];
        double[] sums = new double[lags + 1];
        double levelSquares = 0;
        double levelSum = 0;
        for (int window = 0; window < windows; window++) {
            levelSquares += levels[window] * levels[window];
            levelSum += levels[window];
        }
        for (int lag = 0; lag <= lags; lag++) {
            int shift = lags - lag;
            double product = 0;
            double sum = 0;
            for (int window = 0; window < windows; window++) {
                product += levels[window] * z[window + shift];
                sum += z[window + shift];
            }
            level[lag] = product;
            sums[lag] = sum;
        }
        double[] column = new double[lags + 1];
        for (int lag = 0; lag <= lags; lag++) {
            double product = 0;
            int shift = lags - lag;
            for (int window = 0; window < windows; window++) {
                product += z[window + lags] * z[window + shift];
            }
            column[lag] = product;
        }
        for (int lag = 1; lag <= lags; lag++) {
            equations.addRight(lag - 1, column[lag] - level[lag] - level[0] + levelSquares);
        }
        // products of lags a + d and b + d follow from those of a and b by the windows at both ends
        for (int distance = 0; distance < lags; distance++) {
            double product = column[distance];
            for (int lag = 1; lag + distance <= lags; lag++) {
                int older = lag + distance;
                product += z[lags - older] * z[lags - lag] - z[z.length - older] * z[z.length - lag];
                equations.addProduct(older - 1, lag - 1, product - level[older] - level[lag] + levelSquares);
            }
        }
        for (int lag = 1; lag <= lags; lag++) {
            equations.addProduct(lags, lag - 1, sums[lag] - levelSum);
        }
        equations.addProduct(lags, lags, windows);
        equations.addRight(lags, sums[0] - levelSum);
        equations.addWeight(windows);
        return equations;
    }

    private static double[] levels(double[] z, int lags, int centre) {
        double[] levels = new double[z.length - lags];
        double sum = 0;
        for (int at = lags - centre; at < lags; at++) {
            sum += z[at];
        }
        for (int window = 0; window < levels.length; window++) {
            levels[window] = sum / centre;
            sum += z[window + lags] - z[window + lags - centre];
        }
        return levels;
    }
}
