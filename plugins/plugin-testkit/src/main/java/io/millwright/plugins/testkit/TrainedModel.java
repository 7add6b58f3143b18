package io.millwright.plugins.testkit;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a training left: its report and the model's files.
 *
 * @param report the findings
 * @param folder where the files are
 * @param templateVersion the version that trained it
 */
public record TrainedModel(Report report, Path folder, String templateVersion) implements ModelInput {

    /** Names that model files may have. */
    static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9.-]{0,99}";

    @Override
    public Path file(String name) {
        var file = folder.resolve(name);
        if (!name.matches(FILE_NAME) || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("the model has no file \"" + name + "\"");
        }
        return file;
    }

    /** The files, by name. */
    public List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SHA-256 of every file, by name: equal for equal models. */
    public Map<String, String> digests() {
        var digests = new TreeMap<String, String>();
        for (var file : files()) {
            try {
                var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(file.getFileName().toString(), HexFormat.of().formatHex(sha256));
            } catch (IOException | NoSuchAlgorithmException unreadable) {
                throw new IllegalStateException("cannot digest " + file, unreadable);
            }
        }
        return digests;
    }
}
