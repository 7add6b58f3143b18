package io.millwright.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** File operations that leave either the whole result or nothing under the final name. */
final class Folders {

    /** Part of every name under which something unfinished lies; {@link #sweep} removes what a killed run left. */
    static final String UNFINISHED = ".unfinished-";

    /** Fills a folder that is not yet visible under its final name. */
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    private Folders() {}

    /** Makes {@code target} by filling a neighbour and renaming it; an existing target is replaced. */
    static void make(Path target, Filler filler) {
        var neighbour = unfinished(target);
        try {
            delete(neighbour);
            Files.createDirectories(neighbour);
            filler.fill(neighbour);
            delete(target);
            Files.move(neighbour, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LauncherException(
                    "%s could not be made: %s. Is the disk full, or the folder read-only?".formatted(target, reason(e)),
                    e);
        } finally {
            discard(neighbour);
        }
    }

    /** Writes a text file that only its owner may read, in one step. */
    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file that only its owner may read, in one step. */
    static void write(Path file, byte[] content) {
        var neighbour = unfinished(file);
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(neighbour);
            Files.createFile(
                    neighbour, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(neighbour, content);
            Files.move(neighbour, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException(
                    "%s could not be written: %s. Is the disk full, or the folder read-only?"
                            .formatted(file, reason(e)),
                    e);
        }
    }

    /** Copies a file unless the copy is already the same, so that a running part keeps the jar it was started from. */
    static void refresh(Path source, Path copy) throws IOException {
        if (Files.exists(copy) && Files.mismatch(source, copy) < 0) {
            return;
        }
        Files.createDirectories(copy.getParent());
        var neighbour = unfinished(copy);
        Files.copy(source, neighbour, StandardCopyOption.REPLACE_EXISTING);
        Files.move(neighbour, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A folder that nobody but its owner may enter. */
    static Path secret(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException e) {
            throw new LauncherException(
                    "%s could not be made: %s. Choose a folder you may write to with MILLWRIGHT_HOME."
                            .formatted(folder, reason(e)),
                    e);
        }
    }

    /** Removes what a killed run left unfinished directly in {@code folder}; only while nobody else is at work there. */
    static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var entries = Files.list(folder)) {
            entries.filter(entry -> entry.getFileName().toString().contains(UNFINISHED))
                    .forEach(Folders::discard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, Set.of(), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            // Gone meanwhile: two may be tidying up at once.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }

    /** Removes something unfinished; what cannot be removed now is swept at the next start. */
    static void discard(Path path) {
        try {
            delete(path);
        } catch (IOException e) {
            // It carries its unfinished name, is used by nobody, and the next start tries again.
        }
    }

    private static Path unfinished(Path target) {
        return target.resolveSibling(
                target.getFileName() + UNFINISHED + ProcessHandle.current().pid());
    }
}
