package io.millwright.governance.datasets;

import io.millwright.tenancy.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a dataset; it never changes.
 *
 * @param id identity of the version
 * @param dataset the dataset it belongs to
 * @param datasetName that dataset's name
 * @param number from 1, without gaps in the dataset
 * @param rows exact
 * @param columns in the order of the file
 * @param filename name of the file that was given
 * @param format how that file was read
 * @param given the file as given
 * @param parquet the rows as Parquet
 * @param canonical the rows as the canonical table that jobs read: gzip-compressed RFC 4180 CSV in UTF-8 with a header
 *     line, missing values empty and unquoted, empty text quoted, ISO 8601
 * @param kind what sort of dataset it is
 * @param content what jobs read beside the table: of {@link DatasetKind#IMAGES} a zip archive whose entries are stored as
 *     they are and named by row number from 0, each the encoded bytes of that row's image; of {@link DatasetKind#WEIGHTS} the
 *     safetensors file; null for tables
 * @param lineage where it comes from
 * @param createdAt when
 * @param createdBy the user name
 */
public record DatasetVersion(
        UUID id,
        DatasetId dataset,
        String datasetName,
        int number,
        long rows,
        List<DatasetColumn> columns,
        String filename,
        SourceFormat format,
        ObjectRef given,
        ObjectRef parquet,
        ObjectRef canonical,
        DatasetKind kind,
        @Nullable ObjectRef content,
        Lineage lineage,
        Instant createdAt,
        String createdBy) {

    public DatasetVersion {
        columns = List.copyOf(columns);
    }
}
