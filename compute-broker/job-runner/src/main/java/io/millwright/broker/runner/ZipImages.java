package io.millwright.broker.runner;

import io.millwright.plugins.api.ImageInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Images in an archive whose entries are named by row number from 0. Open until the process ends. */
final class ZipImages implements ImageInput {

    /** As the catalogue has it. */
    private static final int MAX_BYTES = 32 << 20;

    private final ZipFile zip;
    private final long rows;

    private ZipImages(ZipFile zip, long rows) {
        this.zip = zip;
        this.rows = rows;
    }

    /** @throws IOException when it is no archive of so many images */
    static ZipImages open(Path archive, long rows) throws IOException {
        var zip = new ZipFile(archive.toFile());
        int entries = zip.size();
        if (entries != rows) {
            zip.close();
            throw new IOException("the archive of images has %d entries for %d rows".formatted(entries, rows));
        }
        return new ZipImages(zip, rows);
    }

    @Override
    public long count() {
        return rows;
    }

    @Override
    public byte[] read(long row) throws IOException {
        ZipEntry entry = zip.getEntry(Long.toString(row));
        if (entry == null) {
            throw new IOException("there is no image of row " + row + "; rows count from 0 to " + (rows - 1));
        }
        if (entry.getSize() > MAX_BYTES) {
            throw new IOException("the image of row %d has %,d bytes".formatted(row, entry.getSize()));
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(MAX_BYTES);
        }
    }
}
