package io.millwright.broker.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The GPUs of an attempt, as NVIDIA's driver shows them: what its template process may open, and what to call them.
 *
 * @param numbers of those that were granted
 * @param system {@code /}, elsewhere in tests
 */
record Devices(List<Integer> numbers, Path system) {

    /** What every program on a GPU opens besides the GPU itself. */
    private static final List<String> COMMON = List.of("dev/nvidiactl", "dev/nvidia-uvm", "dev/nvidia-uvm-tools");

    /** Where container platforms mount the driver's libraries; elsewhere they lie among those of the system. */
    private static final String MOUNTED = "usr/local/nvidia";

    /** The driver's library names its threads, and gives up where it may not. */
    private static final String THREADS = "proc/self/task";

    Devices {
        numbers = List.copyOf(numbers);
    }

    static Devices of(AgentSettings settings) {
        return new Devices(settings.devices(), Path.of("/"));
    }

    /** The value of {@code CUDA_VISIBLE_DEVICES}; empty hides all. */
    String visible() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** What may be opened and controlled, as far as it is there. */
    List<Path> files() {
        var files = new ArrayList<Path>();
        if (!numbers.isEmpty()) {
            COMMON.forEach(name -> files.add(system.resolve(name)));
            numbers.forEach(number -> files.add(system.resolve("dev/nvidia" + number)));
            files.removeIf(Files::notExists);
        }
        return files;
    }

    /** The driver's libraries, and what they read to find their way. */
    List<Path> facts() {
        return numbers.isEmpty()
                ? List.of()
                : List.of(
                        system.resolve("proc/driver/nvidia"),
                        system.resolve("sys/bus/pci/devices"),
                        system.resolve(MOUNTED));
    }

    /** Where else than among the libraries of the system the driver's may lie, as {@code LD_LIBRARY_PATH} has it. */
    Optional<String> libraryPath() {
        var mounted = system.resolve(MOUNTED);
        return numbers.isEmpty() || Files.notExists(mounted)
                ? Optional.empty()
                : Optional.of(mounted.resolve("lib64") + ":" + mounted.resolve("lib"));
    }

    /** Where the threads of the process have their names. */
    List<Path> threads() {
        return numbers.isEmpty() ? List.of() : List.of(system.resolve(THREADS));
    }

    /** What the attempt ran on, e.g. {@code GPU 1 (NVIDIA H100 80GB HBM3)}. */
    String words() {
        return numbers.isEmpty()
                ? "processor"
                : numbers.stream()
                        .map(number -> "GPU " + number + model(number))
                        .collect(Collectors.joining(", "));
    }

    private String model(int number) {
        var buses = system.resolve("proc/driver/nvidia/gpus");
        try (var entries = Files.newDirectoryStream(buses)) {
            for (Path bus : entries) {
                var lines = Files.readAllLines(bus.resolve("information"));
                if (value(lines, "device minor").equals(Integer.toString(number))) {
                    return " (" + value(lines, "model") + ")";
                }
            }
        } catch (IOException unknown) {
            // the number has to do
        }
        return "";
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
