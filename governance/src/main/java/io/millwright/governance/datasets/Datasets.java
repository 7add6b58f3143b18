package io.millwright.governance.datasets;

import io.millwright.governance.Page;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data catalogue. Views and the REST API upload and read; the broker reads canonical tables and records results.
 *
 * <p>Every member may read. Uploading and deleting need the role ENGINEER. What cannot be read as a table is refused with a
 * {@link io.millwright.tenancy.MillwrightException} of kind USER that names the line where there is one, and leaves nothing
 * behind.
 */
public interface Datasets {

    /** Columns that a table may have at most. */
    int MAX_COLUMNS = 2_000;

    /** Images that a set may have at most. */
    int MAX_IMAGES = 100_000;

    /** Pixels that one image may have at most. */
    int MAX_PIXELS = 40_000_000;

    /** Pixels that one side of an image may have at most. */
    int MAX_SIDE = 20_000;

    /** Bytes that one encoded image may have at most. */
    int MAX_IMAGE_BYTES = 32 << 20;

    /** Bytes that one field may have at most, in UTF-8. */
    int MAX_FIELD_BYTES = 1 << 20;

    /**
     * Reads a file and makes it the next version of the dataset of that name, which is created when there is none. Must be
     * called outside a transaction; takes up to a minute of processor time per gigabyte, and memory
     * that hardly depends on the size.
     *
     * @param name the dataset's name; blank = made from the file name
     * @param filename the name of the file that was given; any folders in it are dropped
     * @param bytes delimited text (UTF-8, UTF-16, Windows-1252; also gzip-compressed), JSON Lines or Parquet; not closed
     */
    UploadOutcome upload(Caller caller, String name, String filename, InputStream bytes);

    /** As {@link #upload(Caller, String, String, InputStream)}, as the next version of a given dataset. */
    UploadOutcome upload(Caller caller, DatasetId dataset, String filename, InputStream bytes);

    /** The tenant's datasets, by name. */
    Page<Dataset> list(Caller caller, @Nullable String after, int limit);

    Dataset get(Caller caller, DatasetId dataset);

    /** All versions of a dataset, newest first. */
    List<DatasetVersion> versions(Caller caller, DatasetId dataset);

    DatasetVersion version(Caller caller, DatasetId dataset, int number);

    /** A version by its own identity; also one whose dataset was deleted, for lineage. */
    DatasetVersion version(Caller caller, UUID version);

    Profile profile(Caller caller, UUID version);

    /**
     * Some rows, in the order of the file or of a column.
     *
     * @param offset rows to leave out first
     * @param limit 1 to {@value RowPage#MAX}
     */
    RowPage rows(Caller caller, UUID version, RowPage.Order order, long offset, int limit) throws IOException;

    /** The file as given. The caller closes the stream. */
    Download openGiven(Caller caller, UUID version) throws IOException;

    /** The rows as Parquet. The caller closes the stream. */
    Download openParquet(Caller caller, UUID version) throws IOException;

    /** The rows as the canonical table. The caller closes the stream. */
    Download openCanonical(Caller caller, UUID version) throws IOException;

    /**
     * Some images of a set.
     *
     * @param offset images to leave out first
     * @param limit 1 to {@value RowPage#MAX}
     */
    ImagePage images(Caller caller, UUID version, ImagePage.Filter filter, long offset, int limit) throws IOException;

    /**
     * One image of a set.
     *
     * @param row its position, from 0
     * @param side pixels of the longer side at most, 16 to 1,024; 0 = as it was given
     */
    StoredImage image(Caller caller, UUID version, long row, int side) throws IOException;

    /** What jobs read beside the table: {@link DatasetVersion#content}. The caller closes the stream. */
    Download openContent(Caller caller, UUID version) throws IOException;

    /**
     * Deletes a dataset: it disappears from lists, its bytes are destroyed; the facts of its versions stay for lineage.
     *
     * @throws io.millwright.tenancy.MillwrightException of kind CONFLICT while models or jobs need it
     */
    void delete(Caller caller, DatasetId dataset, String reason);

    /**
     * Reads, checks and stores the table that a job made. Called by the broker before it commits the attempt, outside a
     * transaction. What a template wrote is foreign: it is checked like an upload.
     *
     * @param columns what the table must have, in order
     * @param csv a canonical table, gzip-compressed or not; not closed
     */
    PreparedTable prepareResult(TenantId tenant, List<DatasetColumn> columns, String filename, InputStream csv);

    /**
     * Reads, checks and stores the set of images that a job made, like {@link #prepareResult} and like an upload.
     *
     * @param archive a zip archive, as a person would upload it; not closed
     */
    PreparedTable prepareImages(TenantId tenant, String filename, InputStream archive);

    /**
     * Makes a prepared table a new version of the dataset of that name (created when there is none). Called by the broker
     * in the transaction that commits the attempt, which must be running; a job that already made one gets that one back.
     */
    DatasetVersion createFromResult(Caller caller, String name, PreparedTable table, Lineage lineage);

    /** Removes what was stored for a prepared table that will not be used. */
    void discard(PreparedTable table);
}
