package io.millwright.plugins.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Reads single entries of an archive that was verified. */
public final class ArchiveReader {

    private ArchiveReader() {}

    /**
     * All bytes of an entry; empty when there is none of that path.
     *
     * @throws IOException when it cannot be read or holds more than {@code limit} bytes
     */
    public static Optional<byte[]> read(Path archive, String path, int limit) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            var entry = zip.getEntry(path);
            return entry == null ? Optional.empty() : Optional.of(ZipEntries.read(zip, entry, limit));
        }
    }
}
