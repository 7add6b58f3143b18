package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.RowPage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads some rows of a Parquet file of ours as texts. */
final class RowReader {

    private static final int LONGEST = 200;

    private final DuckSession duck;
    private final String source;
    private final List<DatasetColumn> columns;

    RowReader(DuckSession duck, Path parquet, List<DatasetColumn> columns) {
        this.duck = duck;
        this.source = new ParquetFile(parquet).source();
        this.columns = columns;
    }

    List<List<@Nullable String>> read(RowPage.Order order, long offset, int limit) throws SQLException {
        var shown = columns.stream()
                .map(column -> "left(" + Profiler.shown(DuckTypes.identifier(column.name()), column.type()) + ", "
                        + LONGEST + ")")
                .collect(Collectors.joining(", "));
        var sorted = order.column() == null
                ? ""
                : " ORDER BY " + DuckTypes.identifier(order.column()) + (order.descending() ? " DESC" : " ASC")
                        + " NULLS LAST";
        // The page is cut out first, so that only its values become texts.
        var page = "(SELECT * FROM " + source + sorted + " LIMIT " + limit + " OFFSET " + offset + ")";
        var found = duck.list("SELECT " + shown + " FROM " + page, row -> {
            var values = new ArrayList<@Nullable String>();
            for (var i = 1; i <= columns.size(); i++) {
                values.add(row.getString(i));
            }
            return values;
        });
        return new ArrayList<>(found);
    }
}
