package io.millwright.governance.datasets.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the images of a set as they were given, in the order of their rows: entries are stored, and named by number from 0. */
final class ImageArchiveWriter implements AutoCloseable {

    /**
     * The same images make the same bytes. Not the first moment of the format: the JDK would add a field to each entry, and {@link
     * StoredImages} counts on there being none.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Places in the archive take 32 bits. */
    private static final long MAX_BYTES = 4_000_000_000L;

    private final ZipOutputStream out;
    private long bytes;
    private long images;

    ImageArchiveWriter(Path file) throws IOException {
        this.out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    void add(byte[] encoded) throws IOException {
        bytes += encoded.length;
        if (bytes > MAX_BYTES) {
            throw Refusals.tooLarge(MAX_BYTES);
        }
        var crc = new CRC32();
        crc.update(encoded);
        var entry = new ZipEntry(Long.toString(images++));
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(encoded.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(encoded);
        out.closeEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
