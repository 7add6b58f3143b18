package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.SourceFormat;
import java.nio.file.Path;
import java.util.List;

/**
 * A table that was read, as files in a scratch folder.
 *
 * @param parquet the rows as Parquet
 * @param canonical the rows as the canonical table
 */
public record TableFiles(
        long rows, List<DatasetColumn> columns, SourceFormat format, Path parquet, Path canonical, Profile profile) {}
