package io.millwright.broker.gateway;

import io.millwright.broker.EngineRef;
import io.millwright.broker.internal.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/** The engine packs of this installation: one zip for each name and version in one folder. */
final class EnginePacks {

    private final Path folder;
    private final ConcurrentHashMap<Path, Pack> known = new ConcurrentHashMap<>();

    EnginePacks(Path folder) {
        this.folder = folder;
    }

    /** A pack as it is now. */
    record Pack(Path file, FileTime changed, long size, String digest) {}

    /** @throws Refusal 404 when there is no such pack */
    Pack find(EngineRef engine) {
        var file = folder.resolve(engine.name() + "-" + engine.version() + ".zip");
        try {
            if (!Files.isRegularFile(file)) {
                throw Refusal.missing("engine " + engine.name() + " " + engine.version());
            }
            var changed = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            var pack = known.get(file);
            if (pack == null || !pack.changed().equals(changed) || pack.size() != size) {
                pack = new Pack(file, changed, size, digest(file));
                known.put(file, pack);
            }
            return pack;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(Path file) throws IOException {
        var sha256 = Digests.sha256();
        try (var out = new DigestOutputStream(java.io.OutputStream.nullOutputStream(), sha256)) {
            Files.copy(file, out);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
