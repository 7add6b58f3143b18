package io.millwright.governance.datasets;

import io.millwright.tenancy.MillwrightException;
import java.util.Locale;

/** Names of datasets and of the files they came from. */
final class DatasetNames {

    private static final int MAX_FILENAME = 255;

    private DatasetNames() {}

    /** The name that a person gave, or one made from the file's. */
    static String of(String name, String filename) {
        var wanted = name.isBlank() ? stem(file(filename)) : name.strip();
        if (wanted.isEmpty()
                || wanted.length() > Dataset.MAX_NAME
                || wanted.chars().anyMatch(Character::isISOControl)) {
            throw MillwrightException.user(
                    "dataset-name-invalid",
                    "A dataset needs a name of 1 to %d characters.".formatted(Dataset.MAX_NAME),
                    "Give it a short one.");
        }
        return wanted;
    }

    /** A file name without folders and control characters. */
    static String file(String filename) {
        var name = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            return "table.csv";
        }
        return name.length() <= MAX_FILENAME ? name : name.substring(name.length() - MAX_FILENAME);
    }

    private static String stem(String filename) {
        var stem = filename;
        for (var i = 0; i < 2; i++) {
            var dot = stem.lastIndexOf('.');
            var extension = dot > 0 ? stem.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
            if (extension.matches("csv|tsv|tab|txt|gz|parquet|jsonl|ndjson|json|xlsx|zip|safetensors")) {
                stem = stem.substring(0, dot);
            }
        }
        return stem.length() <= Dataset.MAX_NAME ? stem : stem.substring(0, Dataset.MAX_NAME);
    }
}
