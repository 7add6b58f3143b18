package io.millwright.templates.learning.search;

import io.millwright.plugins.api.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checkpoints in a folder; one can be the last before the attempt is killed. */
final class KeptFolders implements Checkpoints {
    private final Path folder;
    private final Optional<Path> latest;
    private final int last;
    private int saved;

    KeptFolders(Path folder, int last) throws IOException {
        this.folder = folder;
        this.last = last;
        try (var kept = Files.list(folder)) {
            this.latest = kept.max((one, other) -> Integer.compare(number(one), number(other)));
        }
        this.saved = latest.map(KeptFolders::number).orElse(0);
    }

    @Override
    public Optional<Path> latest() {
        return latest;
    }

    @Override
    public void save(Path files) throws IOException {
        Path kept = Files.createDirectory(folder.resolve(Integer.toString(++saved)));
        Files.copy(files.resolve(SearchJournal.FILE), kept.resolve(SearchJournal.FILE));
        if (saved == last) {
            throw new Killed();
        }
    }

    private static int number(Path kept) {
        return Integer.parseInt(kept.getFileName().toString());
    }

    /** The process is gone. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
