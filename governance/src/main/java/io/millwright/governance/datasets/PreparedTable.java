package io.millwright.governance.datasets;

import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that was read, checked and stored, but does not belong to a dataset yet. Made outside a transaction, because it
 * takes its time.
 *
 * @param tenant whose objects these are
 * @param given the bytes as given
 * @param content what jobs read beside the table, as {@link DatasetVersion#content} says
 */
public record PreparedTable(
        TenantId tenant,
        long rows,
        List<DatasetColumn> columns,
        String filename,
        SourceFormat format,
        ObjectRef given,
        ObjectRef parquet,
        ObjectRef canonical,
        DatasetKind kind,
        @Nullable ObjectRef content,
        Profile profile) {

    public PreparedTable {
        columns = List.copyOf(columns);
    }

    /** The digests of all its objects. */
    List<String> digests() {
        return DatasetObjects.digests(given, parquet, canonical, content);
    }
}
