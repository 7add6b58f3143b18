package io.millwright.tenancy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * Where sealed bytes lie, by key. The seam between one machine's folder and a bucket; a key is written once and its bytes
 * never change.
 */
interface Blobs {

    /** A new file in which a blob is prepared, as near as possible to where it will lie. */
    Path prepare() throws IOException;

    /** Makes a prepared file the blob of a key, whole or not at all; the file may be gone afterwards. */
    void store(String key, Path prepared) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when there is none under the key */
    InputStream open(String key) throws IOException;

    /**
     * Opens a blob to read parts of it.
     *
     * @throws java.nio.file.NoSuchFileException when there is none under the key
     */
    SeekableByteChannel channel(String key) throws IOException;

    boolean exists(String key) throws IOException;

    /** Does nothing when there is none under the key. */
    void delete(String key) throws IOException;
}
