package io.millwright.broker.ray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ray unpacks its native library, 40 MB, into a new folder at each start of a driver, and leaves it there for ever. */
final class UnpackedLibrary {

    private static final String FOLDER = "/tmp/ray/";
    private static final String LIBRARY = "libcore_worker_library_java.so";

    private UnpackedLibrary() {}

    /** Removes the file that this process has loaded: it stays mapped. */
    static void remove() {
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            maps.map(line -> line.substring(line.indexOf('/') + 1))
                    .filter(path -> ("/" + path).startsWith(FOLDER) && path.endsWith("/" + LIBRARY))
                    .distinct()
                    .map(path -> Path.of("/" + path).getParent())
                    .forEach(UnpackedLibrary::empty);
        } catch (IOException noProc) {
            // Then it stays; nothing depends on it.
        }
    }

    private static void empty(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(LIBRARY));
            Files.deleteIfExists(folder.resolve("file_lock"));
            Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            // Another driver has put something there: not ours to remove.
        }
    }
}
