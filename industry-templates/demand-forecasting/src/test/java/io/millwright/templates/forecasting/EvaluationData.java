package io.millwright.templates.forecasting;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real data to measure with, where it is there. */
final class EvaluationData {

    private EvaluationData() {}

    /** Reads a file, or skips the test saying so. */
    static MemoryTable read(String file) {
        String folder = System.getProperty("millwright.data", System.getenv().getOrDefault("MILLWRIGHT_DATA", ""));
        Path path = Path.of(folder).resolve(file);
        assumeTrue(
                !folder.isEmpty() && Files.isRegularFile(path),
                "skipped: there is no " + file + " in the evaluation data (MILLWRIGHT_DATA)");
        return CsvFiles.read(path);
    }
}
