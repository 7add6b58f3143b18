package io.millwright.tenancy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Blobs as files of a folder. Prepared beside and moved into place, so that a half-written one is never seen. */
final class FileBlobs implements Blobs {

    private final Path folder;

    FileBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path prepare() throws IOException {
        return Files.createTempFile(Files.createDirectories(folder.resolve(".incoming")), "blob", ".part");
    }

    @Override
    public void store(String key, Path prepared) throws IOException {
        var place = folder.resolve(key);
        if (!Files.exists(place)) {
            var shelf = Files.createDirectories(place.resolveSibling("."));
            // A row that names the blob may be durable a moment later: so must be its bytes, and then its name.
            sync(prepared, StandardOpenOption.WRITE);
            Files.move(prepared, place, StandardCopyOption.ATOMIC_MOVE);
            sync(shelf, StandardOpenOption.READ);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(folder.resolve(key));
    }

    @Override
    public SeekableByteChannel channel(String key) throws IOException {
        return FileChannel.open(folder.resolve(key), StandardOpenOption.READ);
    }

    @Override
    public boolean exists(String key) {
        return Files.exists(folder.resolve(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
    }
}
