package io.millwright.plugins.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training saves so that a later attempt of the same job can go on from there after it was killed or moved. Only the
 * latest counts. Given by the platform; one thread at a time.
 */
public interface Checkpoints {

    /** Read-only files of the latest checkpoint of an earlier attempt; empty when this is the first. */
    Optional<Path> latest();

    /**
     * Saves the regular files of a folder, without subfolders, in place of the latest checkpoint. Once it returns the folder
     * may be changed; the checkpoint is kept either as a whole or not at all. At most 256 MiB.
     */
    void save(Path folder) throws IOException;
}
