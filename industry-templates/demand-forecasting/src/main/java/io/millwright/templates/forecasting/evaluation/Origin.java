package io.millwright.templates.forecasting.evaluation;

/**
 * Forecasts made at one moment inside the data, with what came after it.
 *
 * @param back steps from the moment to the end of each series
 * @param series numbers of the series that were long enough
 * @param units by position in {@code series}: how errors are measured
 * @param came by position and step; NaN where nothing is known
 * @param forecasts by member, position and step; null for a member that did not forecast
 */
public record Origin(int back, int[] series, ErrorUnit[] units, double[][] came, double[][][] forecasts) {

    /** The combination of the chosen members for one series. */
    public double[] combined(int chosen, int position) {
        double[][] paths = new double[forecasts.length][];
        for (int member = 0; member < paths.length; member++) {
            paths[member] = forecasts[member] == null ? new double[0] : forecasts[member][position];
        }
        return Combination.median(paths, chosen);
    }

    /** A bit for each member that forecast. */
    int present() {
        int present = 0;
        for (int member = 0; member < forecasts.length; member++) {
            present |= forecasts[member] == null ? 0 : 1 << member;
        }
        return present;
    }

    /** The reference: the last season again. */
    public double[] naive(int position) {
        return forecasts[0][position];
    }
}
