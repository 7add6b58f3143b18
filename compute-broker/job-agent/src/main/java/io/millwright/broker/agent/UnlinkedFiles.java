package io.millwright.broker.agent;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a process has open and has removed: they take room on the disk, and no folder shows them. */
final class UnlinkedFiles {

    private static final String REMOVED = " (deleted)";

    private UnlinkedFiles() {}

    /** Their bytes together; what is closed meanwhile, or not to be looked at, is not counted. */
    static long bytes(long process) {
        long bytes = 0;
        try (var open = Files.newDirectoryStream(Path.of("/proc/" + process + "/fd"))) {
            for (Path descriptor : open) {
                bytes += bytes(descriptor);
            }
        } catch (IOException | DirectoryIteratorException ended) {
            // with the process
        }
        return bytes;
    }

    private static long bytes(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.endsWith(REMOVED) && Files.isRegularFile(descriptor) ? Files.size(descriptor) : 0;
        } catch (IOException closed) {
            return 0;
        }
    }
}
