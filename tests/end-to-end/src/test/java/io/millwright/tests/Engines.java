package io.millwright.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Simulated: engine, cycle, and two sensors of which one shows wear; apart by blanks and without a header, as old test benches write. */
final class Engines {

    private Engines() {}

    /** Engines that ran until they failed. */
    static Path failed(Path file) throws IOException {
        return write(file, 3, 1);
    }

    /** Others that still run. */
    static Path running(Path file) throws IOException {
        return write(file, 5, .7);
    }

    private static Path write(Path file, long seed, double shown) throws IOException {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (var engine = 1; engine <= 12; engine++) {
            var life = random.nextInt(60, 120);
            for (var cycle = 1; cycle <= life * shown; cycle++) {
                var wear = Math.pow((double) cycle / life, 3);
                text.append(String.format(
                        Locale.ROOT,
                        "%d %d %.3f %.3f  \n",
                        engine,
                        cycle,
                        500 + 20 * wear + random.nextGaussian(),
                        30 + random.nextGaussian()));
            }
        }
        return Files.writeString(file, text.toString());
    }
}
