package io.millwright.governance.datasets.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** A folder for one piece of work, readable by us alone, gone afterwards whatever happens. */
public final class Scratch implements AutoCloseable {

    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    public static Scratch in(Path parent) throws IOException {
        Files.createDirectories(parent);
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return new Scratch(
                Files.createTempDirectory(parent, "table-", permissions).toRealPath());
    }

    /** A parent for this process's folders; what processes that are gone have left in it is removed. */
    public static Path ofThisProcess(Path parent) throws IOException {
        Files.createDirectories(parent);
        try (var left = Files.list(parent)) {
            for (var folder : (Iterable<Path>) left::iterator) {
                var process = folder.getFileName().toString();
                if (process.matches("[0-9]{1,9}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    new Scratch(folder).close();
                }
            }
        }
        return parent.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    public Path folder() {
        return folder;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("temporary files stay behind in " + folder, failed);
        }
    }
}
