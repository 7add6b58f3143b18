package io.millwright.templates.maintenance.features;

/**
 * Lengths of the past that features look at, in rows: shares of a typical life, so that they fit machines that live for
 * minutes or for years.
 *
 * @param near for the present level, by the end of a straight line
 * @param middle for the mean and the slope
 * @param far for the slower slope
 */
public record Windows(int near, int middle, int far) {

    private static final int LEAST = 3;
    private static final int MOST = 2_000;

    /** @param rows of a typical machine's life */
    public static Windows of(int rows) {
        return new Windows(part(rows, 0.075), part(rows, 0.15), part(rows, 0.3));
    }

    private static int part(int rows, double share) {
        return Math.clamp(Math.round(rows * share), LEAST, MOST);
    }
}
