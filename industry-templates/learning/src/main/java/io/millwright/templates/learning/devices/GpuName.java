package io.millwright.templates.learning.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the driver calls the GPU, where a sandbox lets it be read. */
public final class GpuName {

    private static final Path CARDS = Path.of("/proc/driver/nvidia/gpus");
    private static final String MODEL = "Model:";

    private GpuName() {}

    /** The first card that the driver lists; empty where there is none or it may not be asked. */
    public static Optional<String> read() {
        try (Stream<Path> cards = Files.list(CARDS)) {
            return cards.sorted()
                    .map(card -> card.resolve("information"))
                    .filter(Files::isReadable)
                    .flatMap(GpuName::lines)
                    .filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(MODEL.length()).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException hidden) {
            return Optional.empty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
