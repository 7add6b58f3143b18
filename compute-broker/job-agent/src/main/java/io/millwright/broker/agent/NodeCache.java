package io.millwright.broker.agent;

import io.millwright.broker.agent.AttemptSpec.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Unpacked template archives and engine packs of this node, by the digest of the archive. An entry appears whole or not
 * at all, so that agents of the same node can share it; template processes can only read it.
 */
final class NodeCache {

    private final Path folder;
    private final String owner;
    private final Fetcher fetcher;

    /** @param owner tells this agent's unfinished entries from those of others */
    NodeCache(Path folder, String owner, Fetcher fetcher) {
        this.folder = folder;
        this.owner = owner;
        this.fetcher = fetcher;
    }

    boolean has(Input archive) {
        return Files.isDirectory(entry(archive));
    }

    /** The folder an archive is unpacked in, fetched first when this node does not have it. */
    Path unpacked(Input archive) throws StoppedException, AttemptFailure {
        Path entry = entry(archive);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        Path partial = folder.resolve("partial-" + owner + "-" + archive.digest());
        try {
            Folders.remove(partial);
            Folders.make(partial.resolve("content"));
            fetcher.fetch(archive, partial.resolve("archive.zip"));
            Archive.unpack(partial.resolve("archive.zip"), partial.resolve("content"));
            Files.move(partial.resolve("content"), entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (!Files.isDirectory(entry)) {
                throw new AttemptFailure(Verdict.agent(
                        "archive-unusable",
                        "The %s cannot be unpacked: %s.".formatted(archive.title(), failed.getMessage()),
                        "Ask an operator to look at the archive and at the node's disk."));
            }
            // another agent of this node was quicker
        } finally {
            Folders.remove(partial);
        }
        return entry;
    }

    private Path entry(Input archive) {
        return folder.resolve(archive.digest());
    }
}
