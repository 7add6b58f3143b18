package io.millwright.templates.forecasting.evaluation;

/** Quantiles of Student's distribution, by its expansion around the normal one (Abramowitz and Stegun 1964, 26.7.5). */
final class StudentT {

    private StudentT() {}

    /**
     * The quantile where the normal distribution has {@code normal}; off by less than 0.4 % up to 2 from 3 degrees of freedom on.
     *
     * @param normal a quantile of the standard normal distribution
     * @param degrees degrees of freedom, whole or not
     */
    static double quantile(double normal, double degrees) {
        double square = normal * normal;
        double first = (square + 1) / 4;
        double second = ((5 * square + 16) * square + 3) / 96;
        double third = (((3 * square + 19) * square + 17) * square - 15) / 384;
        double fourth = ((((79 * square + 776) * square + 1_482) * square - 1_920) * square - 945) / 92_160;
        double factor = 1 + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
        return normal * factor;
    }
}
