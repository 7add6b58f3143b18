package io.millwright.broker.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The files of one attempt while it runs. Held by a lock that ends with the agent, so that a later agent of the node can tell
 * the folders of living agents from those that a killed one left, and removes the latter.
 */
final class WorkFolder implements AutoCloseable {

    private final Path folder;
    private final Path lockFile;
    private final FileChannel channel;

    private WorkFolder(Path folder, Path lockFile, FileChannel channel) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /** @throws IOException when the folder cannot be made or a living agent carries the same attempt */
    static synchronized WorkFolder open(Path parent, String attempt) throws IOException {
        Folders.make(parent);
        // one agent of the node at a time, so that none takes another's fresh lock for one left over
        try (var guard =
                        FileChannel.open(parent.resolve("guard"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = guard.lock()) {
            removeLeftOver(parent);
            return claim(parent, attempt);
        }
    }

    private static WorkFolder claim(Path parent, String attempt) throws IOException {
        Path lockFile = parent.resolve(attempt + ".lock");
        FileChannel channel = lock(lockFile);
        if (channel == null) {
            throw new IOException("another agent on this node carries the attempt " + attempt);
        }
        var work = new WorkFolder(parent.resolve(attempt), lockFile, channel);
        Folders.remove(work.folder);
        for (Path each : new Path[] {
            work.inputs(), work.scratch(), work.outputs(), work.outputs().resolve("model")
        }) {
            Folders.make(each);
        }
        return work;
    }

    Path inputs() {
        return folder.resolve("inputs");
    }

    Path scratch() {
        return folder.resolve("scratch");
    }

    Path outputs() {
        return folder.resolve("outputs");
    }

    /** Lets other attempts of the job on this node have an input too; its bytes were verified. */
    void lend(String digest, Path file) {
        try {
            Files.createLink(lent(folder, digest), file);
        } catch (IOException | UnsupportedOperationException noLinks) {
            // then each fetches its own
        }
    }

    /** Takes an input over from another attempt of the job on this node; false when none has it. Takes no room. */
    boolean borrow(String job, String digest, Path target) throws IOException {
        try (var siblings = Files.newDirectoryStream(folder.resolveSibling("."), job + "-*")) {
            for (Path sibling : siblings) {
                Path lent = lent(sibling, digest);
                if (Files.isRegularFile(lent, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createLink(target, lent);
                    return true;
                }
            }
        } catch (IOException gone) {
            // ended at this moment
            Files.deleteIfExists(target);
        }
        return false;
    }

    private static Path lent(Path folder, String digest) {
        return folder.resolve("lent-" + digest);
    }

    @Override
    public void close() {
        Folders.remove(folder);
        try (channel) {
            // the lock's file marks a folder that is still to be removed
            if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException kept) {
            // the next agent on this node tries again
        }
    }

    private static void removeLeftOver(Path parent) throws IOException {
        try (var entries = Files.newDirectoryStream(parent, "*.lock")) {
            for (Path lockFile : entries) {
                FileChannel channel = lock(lockFile);
                if (channel != null) {
                    String name = lockFile.getFileName().toString();
                    new WorkFolder(
                                    parent.resolve(name.substring(0, name.length() - ".lock".length())),
                                    lockFile,
                                    channel)
                            .close();
                }
            }
        }
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // held by an agent of this very process
        }
        channel.close();
        return null;
    }
}
