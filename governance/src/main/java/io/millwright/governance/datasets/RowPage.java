package io.millwright.governance.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a version, for people to look at.
 *
 * @param columns in the order of the values
 * @param rows values as text, as the canonical table writes them, cut after 200 characters; null when missing
 * @param total rows of the version
 */
public record RowPage(List<DatasetColumn> columns, List<List<@Nullable String>> rows, long total) {

    /** The most rows that one page holds. */
    public static final int MAX = 200;

    /**
     * In which order.
     *
     * @param column its name; null for the order of the file
     * @param descending largest first; missing values come last in any case
     */
    public record Order(@Nullable String column, boolean descending) {

        public static final Order OF_THE_FILE = new Order(null, false);
    }
}
