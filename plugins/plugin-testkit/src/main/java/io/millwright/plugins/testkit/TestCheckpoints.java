package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one job over its attempts, in a folder. An attempt can be told to die once it has saved so many.
 */
final class TestCheckpoints implements Checkpoints {

    private final Path folder;
    private final IntPredicate dies;
    private final @Nullable Path latest;
    private int saved;

    /**
     * @param folder of the job, the same for each of its attempts
     * @param dies whether the attempt ends when it has saved its nth checkpoint, from 1
     */
    TestCheckpoints(Path folder, IntPredicate dies) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.dies = dies;
        try (var kept = Files.list(folder)) {
            this.latest = kept.max(java.util.Comparator.comparingInt(TestCheckpoints::number))
                    .orElse(null);
        }
        this.saved = latest == null ? 0 : number(latest);
    }

    @Override
    public Optional<Path> latest() {
        return Optional.ofNullable(latest);
    }

    @Override
    public void save(Path files) throws IOException {
        var kept = Files.createDirectory(folder.resolve("checkpoint-" + ++saved));
        try (var all = Files.list(files)) {
            for (var file : all.toList()) {
                Files.copy(file, kept.resolve(file.getFileName()));
            }
        }
        if (dies.test(saved)) {
            throw new Killed();
        }
    }

    /** How an attempt ends in a test whose process would have been killed. An error, so that no template catches it. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring("checkpoint-".length()));
    }
}
