package io.millwright.templates.learning.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the driver calls the GPU, where a sandbox lets it be read. */
public final class GpuName {

    private static final Path CARDS = Path.of("/proc/driver/nvidia/gpus");
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final String MODEL = "Model:";
    private static final String NUMBER = "Device Minor:";

    private GpuName() {}

    /** The first card that was granted; empty where there is none or it may not be asked. */
    public static Optional<String> read() {
        return read(CARDS, System.getenv().getOrDefault(VISIBLE, ""));
    }

    /**
     * @param cards a folder for each card, as the driver shows them
     * @param visible numbers of those granted; empty for all
     */
    static Optional<String> read(Path cards, String visible) {
        String granted = visible.split(",")[0].strip();
        try (Stream<Path> folders = Files.list(cards)) {
            return folders.sorted()
                    .map(card -> card.resolve("information"))
                    .filter(Files::isReadable)
                    .map(GpuName::lines)
                    .filter(lines -> granted.isEmpty() || granted.equals(value(lines, NUMBER)))
                    .map(lines -> value(lines, MODEL))
                    .filter(model -> !model.isEmpty())
                    .findFirst();
        } catch (IOException | UncheckedIOException hidden) {
            return Optional.empty();
        }
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
