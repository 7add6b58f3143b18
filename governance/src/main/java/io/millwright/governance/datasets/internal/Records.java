package io.millwright.governance.datasets.internal;

import java.io.IOException;

/**
 * Records of a table as they come, one at a time: the fields of the current record lie in one buffer as UTF-8, without an
 * object for each.
 */
interface Records extends AutoCloseable {

    /**
     * Moves to the next record; false after the last.
     *
     * @throws io.millwright.tenancy.MillwrightException where the text cannot be taken apart
     */
    boolean next() throws IOException;

    /** Line in which the current record begins, from 1. */
    long line();

    /** Number of fields of the current record. */
    int size();

    /** Where the fields of the current record lie; changes with every record. */
    byte[] buffer();

    int start(int field);

    int end(int field);

    /** Whether the field stood in quotes: then it is text even when it is empty. */
    boolean isQuoted(int field);

    @Override
    void close() throws IOException;
}
