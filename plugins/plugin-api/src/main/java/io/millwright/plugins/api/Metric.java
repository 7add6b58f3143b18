package io.millwright.plugins.api;

/**
 * A figure of a report.
 *
 * @param name stable identity, lower camel case, e.g. {@code averagePrecision}
 * @param title what a page calls it
 * @param value the figure, finite
 * @param unit {@code ""} for a plain number, {@code "%"} for a share given as 0 to 1, else the unit's symbol
 * @param better which way is better
 * @param explanation one sentence for those who have never heard of it
 */
public record Metric(String name, String title, double value, String unit, Better better, String explanation) {

    public Metric {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("metric " + name + " is not finite");
        }
    }

    /** Which way is better. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }
}
