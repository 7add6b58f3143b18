package io.millwright.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the processes of a world by the mark in their environment, whoever their parent is by now. */
final class WorldProcesses {

    private static final String SUPERVISOR = "supervisor";

    private WorldProcesses() {}

    /** All live processes of this world but the caller's own, by part; {@code part} of the supervisor is {@code supervisor}. */
    static Map<String, Set<ProcessHandle>> byPart(World world) {
        var found = new TreeMap<String, Set<ProcessHandle>>();
        long self = ProcessHandle.current().pid();
        ProcessHandle.allProcesses().filter(process -> process.pid() != self).forEach(process -> {
            var environment = environment(process.pid());
            if (world.home().toString().equals(environment.get(World.MARK))) {
                var part = environment.getOrDefault(World.PART_MARK, SUPERVISOR);
                var processes = found.computeIfAbsent(part, name -> new LinkedHashSet<>());
                processes.add(process);
                // Some overwrite their environment with their title: children of PostgreSQL and of Ray.
                if (!part.equals(SUPERVISOR)) {
                    process.descendants().forEach(processes::add);
                }
            }
        });
        return found;
    }

    static List<ProcessHandle> all(World world) {
        return byPart(world).values().stream().flatMap(Set::stream).toList();
    }

    /** Resident memory in bytes, shared pages counted in each process that maps them; 0 where it has ended. */
    static long residentBytes(ProcessHandle process) {
        return status(process.pid(), "VmRSS:")
                .map(text -> Long.parseLong(text.split(" ")[0]) * 1024)
                .orElse(0L);
    }

    /** Whether it still runs: one that has ended, but whose end nobody has asked for yet, does not. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive()
                && !status(process.pid(), "State:")
                        .map(state -> state.startsWith("Z"))
                        .orElse(true);
    }

    /**
     * Memory in bytes with shared pages divided among those that map them, or the resident size where the system does not tell.
     * Sums of it over processes are true, where sums of the resident size count libraries many times.
     */
    static long proportionalBytes(ProcessHandle process) {
        return line(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"), "Pss:")
                .map(text -> Long.parseLong(text.split(" ")[0]) * 1024)
                .orElseGet(() -> residentBytes(process));
    }

    static String title(long pid) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            var text =
                    new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ').strip();
            return text.length() > 80 ? text.substring(0, 80) + "…" : text;
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> status(long pid, String key) {
        return line(Path.of("/proc", Long.toString(pid), "status"), key);
    }

    private static Optional<String> line(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length()).strip())
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> environment(long pid) {
        var values = new TreeMap<String, String>();
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
            for (var entry : text.split("\0")) {
                int equals = entry.indexOf('=');
                if (equals > 0 && entry.startsWith("MILLWRIGHT_")) {
                    values.put(entry.substring(0, equals), entry.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            // Another person's process, or one that has just ended: not ours.
        }
        return values;
    }
}
