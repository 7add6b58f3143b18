package io.millwright.launcher;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the supervisor tells everybody: one small file, replaced at each change, so that no reader sees half of it. */
record StateFile(World world) {

    private static final String PARTS = "parts";

    private java.nio.file.Path path() {
        return world.run().resolve("state.properties");
    }

    void write(List<PartStatus> parts) {
        var self = ProcessHandle.current();
        var values = new LinkedHashMap<String, String>();
        values.put("supervisor.pid", Long.toString(self.pid()));
        values.put(
                "supervisor.since",
                self.info().startInstant().orElse(Instant.EPOCH).toString());
        values.put(PARTS, String.join(",", parts.stream().map(PartStatus::name).toList()));
        parts.forEach(part -> values.putAll(part.values()));
        Folders.write(path(), PropertyText.of(values));
    }

    List<PartStatus> parts() {
        var values = PropertyText.read(path());
        var names = values.getOrDefault(PARTS, "");
        return names.isEmpty()
                ? List.of()
                : List.of(names.split(",")).stream()
                        .map(name -> PartStatus.parse(name, values))
                        .toList();
    }

    /** The live supervisor of this world. The time of its start guards against a number that was given to another process. */
    Optional<ProcessHandle> supervisor() {
        Map<String, String> values = PropertyText.read(path());
        if (!values.containsKey("supervisor.pid")) {
            return Optional.empty();
        }
        var since = values.get("supervisor.since");
        return ProcessHandle.of(Long.parseLong(values.get("supervisor.pid")))
                .filter(WorldProcesses::isRunning)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> start.toString().equals(since))
                        .orElse(true));
    }

    /** Forgets the last world, before a new one is started. */
    void clear() {
        try {
            java.nio.file.Files.deleteIfExists(path());
        } catch (java.io.IOException e) {
            throw new LauncherException("%s cannot be removed: %s.".formatted(path(), Folders.reason(e)), e);
        }
    }
}
