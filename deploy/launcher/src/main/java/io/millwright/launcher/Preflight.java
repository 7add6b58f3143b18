package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must be true before anything is begun. */
final class Preflight {

    private static final long FRESH = 4L << 30;
    private static final long PREPARED = 512L << 20;

    private Preflight() {}

    /** Makes the home, or says why it cannot be used. */
    static void require(World world) {
        writable(world.home());
        writable(world.settings().cache());
        boolean fresh = !Files.isDirectory(new Distributions(world).keycloak());
        space(world.settings().cache(), fresh ? FRESH : PREPARED);
        space(world.home(), PREPARED);
    }

    static void writable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".write-test", ""));
        } catch (IOException e) {
            throw new LauncherException(
                    "%s cannot be written to (%s). Make it writable, or name other folders in MILLWRIGHT_HOME and MILLWRIGHT_CACHE."
                            .formatted(folder, Folders.reason(e)),
                    e);
        }
    }

    static void space(Path folder, long needed) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                throw new LauncherException(
                        "Only %,d MB are free where %s lies, and %,d MB are needed. Make room, or name a larger disk in MILLWRIGHT_HOME and MILLWRIGHT_CACHE."
                                .formatted(free >> 20, folder, needed >> 20));
            }
        } catch (IOException e) {
            throw new LauncherException(
                    "The free space of %s cannot be read: %s.".formatted(folder, Folders.reason(e)), e);
        }
    }
}
