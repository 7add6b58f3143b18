package io.millwright.governance.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset version looks like.
 *
 * @param rows exact
 * @param columns in the order of the file
 * @param sample the first rows, at most {@value #SAMPLE_ROWS}; values as text, null when missing
 * @param series the series that it holds; null when it holds none, and of versions that were read before series were looked for
 */
public record Profile(
        long rows,
        List<ColumnProfile> columns,
        List<List<@Nullable String>> sample,
        @Nullable SeriesProfile series) {

    public static final int SAMPLE_ROWS = 50;
    public static final int BINS = 20;
    public static final int TOP_VALUES = 10;

    /**
     * One column.
     *
     * @param missing rows without a value
     * @param distinct different values, approximate
     * @param minimum smallest value as text (shortest prefix order for text); null when all are missing
     * @param maximum largest value as text; null when all are missing
     * @param numbers mean and so on; null unless INTEGER or DECIMAL with values
     * @param histogram equal-width bins from minimum to maximum of numbers, dates and timestamps; empty otherwise
     * @param top the most frequent values of text and booleans, and of other columns with few different values; counts
     *     exact, empty otherwise
     */
    public record ColumnProfile(
            String name,
            ColumnType type,
            long missing,
            long distinct,
            @Nullable String minimum,
            @Nullable String maximum,
            @Nullable Numbers numbers,
            List<Bin> histogram,
            List<TopValue> top) {}

    /** Mean, standard deviation of the sample (0 for one value) and approximate quantiles. */
    public record Numbers(
            double mean, double deviation, double q05, double q25, double median, double q75, double q95) {}

    /**
     * A bin of a histogram.
     *
     * @param from lower edge as text, inclusive
     * @param to upper edge as text, exclusive but for the last bin
     * @param count rows in it
     */
    public record Bin(String from, String to, long count) {}

    /** A frequent value and the rows that have it. */
    public record TopValue(String value, long count) {}
}
