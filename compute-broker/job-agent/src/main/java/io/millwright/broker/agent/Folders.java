package io.millwright.broker.agent;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Making, measuring and removing folders. Never follows symbolic links. */
final class Folders {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private Folders() {}

    /** A new folder that only the agent's user can enter, with its parents. */
    static Path make(Path folder) throws IOException {
        return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
    }

    /** Removes a folder and all in it, as far as it can be removed; also what its maker has closed to everybody. */
    static void remove(Path folder) {
        unlock(folder);
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (IOException kept) {
            // the next agent on this node tries again
        }
    }

    /** Lets the owner in again. Only for folders that no living process can exchange for a link meanwhile. */
    private static void unlock(Path folder) {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                            .containsAll(OWNER)) {
                Files.setPosixFilePermissions(folder, OWNER);
            }
        } catch (IOException foreign) {
            // not ours: stays as it is
        }
    }

    /** Goes on past what cannot be removed. */
    private static final class Remover extends SimpleFileVisitor<Path> {

        /** Unlocks the folders within before the walk comes to open them. */
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            try (var entries = Files.newDirectoryStream(folder)) {
                entries.forEach(Folders::unlock);
            } catch (IOException | DirectoryIteratorException unreadable) {
                // the walk goes as far as it can
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
            return delete(folder);
        }

        private static FileVisitResult delete(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException kept) {
                // the next agent on this node tries again
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /**
     * What a folder holds.
     *
     * @param hidden whether something in it is closed to the agent, so that there may be any amount of it
     */
    record Use(long bytes, long files, boolean hidden) {}

    /** What folders hold together; what vanishes meanwhile is not counted. */
    static Use use(Path... folders) throws IOException {
        var counter = new Counter();
        for (Path folder : folders) {
            Files.walkFileTree(folder, counter);
        }
        return new Use(counter.bytes, counter.files, counter.hidden);
    }

    private static final class Counter extends SimpleFileVisitor<Path> {

        private long bytes;
        private long files;
        private boolean hidden;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            files++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            files++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            if (problem instanceof AccessDeniedException) {
                hidden = true;
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }
    }
}
