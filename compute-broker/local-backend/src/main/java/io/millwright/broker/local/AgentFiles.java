package io.millwright.broker.local;

import io.millwright.broker.agent.PropertiesText;
import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.cluster.AttemptName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One small file per agent, from which any broker of this machine, also a later one, knows the agent and what it holds.
 * They hold no secret.
 */
final class AgentFiles {

    private static final String ENDING = ".agent";

    private final Path folder;

    AgentFiles(Path folder) {
        this.folder = folder;
    }

    /** An agent and what it holds. */
    record Entry(AttemptName attempt, ProcessIdentity process, int cpus, List<Integer> devices, long memoryBytes) {

        int gpus() {
            return devices.size();
        }
    }

    /** Keeps other brokers of this machine out until closed. */
    FileChannel lock() throws IOException {
        var channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    void write(AgentPlacement placement, List<Integer> devices, ProcessIdentity process) throws IOException {
        var facts = Map.of(
                "pid", Long.toString(process.pid()),
                "start", Long.toString(process.start()),
                "boot", process.boot(),
                "cpus", Integer.toString(placement.cpus()),
                "devices", devices.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "memory", Long.toString(placement.memoryBytes()));
        var half = Files.write(folder.resolve(placement.attempt() + ".half"), PropertiesText.format(facts));
        Files.move(half, file(placement.attempt()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The agent of that name if its process lives; the file of a dead one is removed. */
    Optional<Entry> living(AttemptName attempt) throws IOException {
        var file = file(attempt);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var entry = read(attempt, file);
        if (entry.isEmpty() || !entry.get().process().isAlive()) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        return entry;
    }

    /** All living agents. */
    List<Entry> living() throws IOException {
        var entries = new ArrayList<Entry>();
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                living(new AttemptName(name.substring(0, name.length() - ENDING.length())))
                        .ifPresent(entries::add);
            }
        }
        return entries;
    }

    private Path file(AttemptName attempt) {
        return folder.resolve(attempt + ENDING);
    }

    private static Optional<Entry> read(AttemptName attempt, Path file) throws IOException {
        try {
            var facts = PropertiesText.parse(Files.readAllBytes(file));
            var process = new ProcessIdentity(number(facts, "pid"), number(facts, "start"), fact(facts, "boot"));
            return Optional.of(new Entry(
                    attempt,
                    process,
                    (int) number(facts, "cpus"),
                    Stream.of(facts.getOrDefault("devices", "").split(","))
                            .filter(number -> !number.isBlank())
                            .map(Integer::valueOf)
                            .toList(),
                    number(facts, "memory")));
        } catch (IllegalArgumentException | java.nio.file.NoSuchFileException notOurs) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, String> facts, String name) {
        return Long.parseLong(fact(facts, name));
    }

    private static String fact(Map<String, String> facts, String name) {
        var value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
