package io.millwright.templates.maintenance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** NASA's turbofan engines, where they are there, as the platform reads files without a header. */
final class Turbofan {

    private static final int COLUMNS = 26;

    private Turbofan() {}

    static MemoryTable training() {
        return read("train_FD001.txt");
    }

    static MemoryTable test() {
        return read("test_FD001.txt");
    }

    /** Remaining life of each test engine after its last row. */
    static double[] remaining() {
        return lines("RUL_FD001.txt")
                .lines()
                .mapToDouble(line -> Double.parseDouble(line.strip()))
                .toArray();
    }

    private static MemoryTable read(String file) {
        String header =
                IntStream.rangeClosed(1, COLUMNS).mapToObj(at -> "column" + at).collect(Collectors.joining(","));
        return CsvFiles.parse(header + "\n"
                + lines(file)
                        .lines()
                        .map(line -> line.strip().replaceAll("\\s+", ","))
                        .collect(Collectors.joining("\n")));
    }

    private static String lines(String file) {
        String folder = System.getProperty("millwright.data", System.getenv().getOrDefault("MILLWRIGHT_DATA", ""));
        Path path = Path.of(folder).resolve("cmapss-fd001").resolve(file);
        assumeTrue(
                !folder.isEmpty() && Files.isRegularFile(path),
                "skipped: there is no " + file + " in the evaluation data (MILLWRIGHT_DATA)");
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
