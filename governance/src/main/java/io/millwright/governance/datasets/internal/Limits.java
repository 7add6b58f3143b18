package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.Datasets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a file may cost.
 *
 * @param maxBytes the longest file, and the longest text that a compressed one may expand to
 * @param scratch folder for temporary files
 * @param memory DuckDB's memory limit, in its spelling
 * @param threads DuckDB's threads
 * @param timeout longest time for one statement
 */
public record Limits(long maxBytes, Path scratch, String memory, int threads, Duration timeout) {

    /** A compressed file may expand by this factor; real tables stay below 50. */
    static final int MAX_RATIO = 250;

    /** Expansion is not judged before this many bytes. */
    static final long RATIO_FREE = 64L << 20;

    /** Bytes that one record may have at most. */
    static final int MAX_RECORD_BYTES = 4 << 20;

    static final int MAX_FIELD_BYTES = Datasets.MAX_FIELD_BYTES;

    static final int MAX_COLUMNS = Datasets.MAX_COLUMNS;

    /** Longest name of a column, in characters. */
    static final int MAX_NAME = 200;
}
