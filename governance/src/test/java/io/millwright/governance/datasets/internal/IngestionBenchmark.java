package io.millwright.governance.datasets.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/**
 * Reads a generated table of card transactions of any size and prints time and the process's peak memory:
 * {@code IngestionBenchmark <megabytes> [<folder>]}. The heap does not have to grow with the file: run it with
 * {@code -Xmx128m}.
 */
public final class IngestionBenchmark {

    private IngestionBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var size = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 1024) << 20;
        var folder = Path.of(arguments.length > 1 ? arguments[1] : System.getProperty("java.io.tmpdir"));
        try (var scratch = Scratch.in(folder.resolve("millwright-benchmark"))) {
            var source = scratch.file("source.csv");
            generate(source, size);
            var before = System.nanoTime();
            try (var in = Files.newInputStream(source)) {
                Spool.copy(in, scratch.file("given"), Long.MAX_VALUE);
            }
            var spooled = System.nanoTime();
            var limits = new Limits(16L << 30, folder, "512MB", 2, Duration.ofMinutes(30));
            var files = new TableReader(limits).read(scratch, scratch.file("given"));
            var read = System.nanoTime();
            System.out.printf(
                    "%d MB, %,d rows: spooled %.1f s, read %.1f s; parquet %d MB, canonical %d MB; peak memory %s%n",
                    Files.size(source) >> 20,
                    files.rows(),
                    (spooled - before) / 1e9,
                    (read - spooled) / 1e9,
                    Files.size(files.parquet()) >> 20,
                    Files.size(files.canonical()) >> 20,
                    peak());
        }
    }

    private static void generate(Path file, long size) throws IOException {
        var random = new SplittableRandom(1);
        var time = LocalDateTime.of(2026, 1, 1, 0, 0);
        var written = 0L;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("transaction_id,timestamp,customer_id,terminal_id,amount,channel,fraud\n"
                    .getBytes(StandardCharsets.US_ASCII));
            for (var id = 0L; written < size; id++) {
                time = time.plusNanos(random.nextLong(3_000_000_000L));
                var line = id + "," + time + "," + random.nextInt(50_000) + "," + random.nextInt(10_000) + ","
                        + random.nextInt(1_000_00) / 100.0 + "," + (random.nextInt(3) == 0 ? "online" : "terminal")
                        + ","
                        + (random.nextInt(200) == 0 ? 1 : 0) + "\n";
                var bytes = line.getBytes(StandardCharsets.US_ASCII);
                out.write(bytes);
                written += bytes.length;
            }
        }
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("unknown");
    }
}
