package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.SourceFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that was read, as files in a scratch folder.
 *
 * @param parquet the rows as Parquet
 * @param canonical the rows as the canonical table
 * @param content what jobs read beside the table; null for tables
 */
public record TableFiles(
        long rows,
        List<DatasetColumn> columns,
        SourceFormat format,
        Path parquet,
        Path canonical,
        Profile profile,
        DatasetKind kind,
        @Nullable Path content) {

    TableFiles with(DatasetKind other, Path beside) {
        return new TableFiles(rows, columns, format, parquet, canonical, profile, other, beside);
    }
}
