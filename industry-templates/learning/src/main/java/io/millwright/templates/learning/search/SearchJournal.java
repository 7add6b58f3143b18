package io.millwright.templates.learning.search;

import io.millwright.plugins.api.Checkpoints;
import io.millwright.plugins.api.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the results of a search in a training's checkpoints, so that a later attempt goes on from them.
 *
 * <p>It owns one file, {@value #FILE}, in the folder that is saved. A template that keeps more puts its files beside it in
 * the same folder, and finds the search's results kept whenever it saves the folder itself.
 */
public final class SearchJournal {
    static final String FILE = "search.txt";

    private final Checkpoints checkpoints;
    private final Path folder;

    /** @param folder to save, e.g. one inside the scratch folder; made where it does not exist */
    public SearchJournal(Checkpoints checkpoints, Path folder) {
        this.checkpoints = checkpoints;
        this.folder = folder;
    }

    /** The results of the same search in an earlier attempt; empty without one. */
    List<TrialResult> earlier(String search) {
        try {
            Path file = checkpoints.latest().map(kept -> kept.resolve(FILE)).orElse(null);
            if (file == null || !Files.isRegularFile(file)) {
                return List.of();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(ResultLine.encoded(search))) {
                return List.of();
            }
            Files.createDirectories(folder);
            Files.write(folder.resolve(FILE), lines);
            return lines.stream().skip(1).map(ResultLine::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void save(String search, List<TrialResult> results) {
        try {
            List<String> lines = new ArrayList<>();
            lines.add(ResultLine.encoded(search));
            results.forEach(result -> lines.add(ResultLine.of(result)));
            Files.createDirectories(folder);
            Files.write(folder.resolve(FILE), lines);
            checkpoints.save(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
