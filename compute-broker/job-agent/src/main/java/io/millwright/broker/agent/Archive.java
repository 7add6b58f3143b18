package io.millwright.broker.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks archives whose digest was verified; their makers are trusted less than their digest. */
final class Archive {

    static final int MAX_ENTRIES = 20_000;
    static final long MAX_BYTES = 8L << 30;
    static final long MAX_CHECKPOINT_BYTES = 256L << 20;

    private Archive() {}

    /**
     * Unpacks an archive into an empty folder.
     *
     * @throws IOException when it is damaged, would leave the folder, or holds more than allowed
     */
    static void unpack(Path archive, Path folder) throws IOException {
        unpack(archive, folder, MAX_BYTES);
    }

    /** @throws IOException also when it holds more than so many bytes */
    static void unpack(Path archive, Path folder, long maxBytes) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw new IOException("it has more than " + MAX_ENTRIES + " entries");
            }
            long left = maxBytes;
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("its entry " + entry.getName() + " points outside of it");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (var in = zip.getInputStream(entry)) {
                    left -= copy(in, target, left, maxBytes);
                }
            }
        }
    }

    private static long copy(InputStream in, Path target, long allowed, long maxBytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        try (var out = Files.newOutputStream(target)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                copied += length;
                if (copied > allowed) {
                    throw new IOException("it holds more than " + (maxBytes >> 20) + " MB");
                }
                out.write(buffer, 0, length);
            }
        }
        return copied;
    }
}
