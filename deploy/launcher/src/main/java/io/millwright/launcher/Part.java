package io.millwright.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process that the supervisor starts, watches and stops.
 *
 * @param after names of the parts that must be healthy before this one is started for the first time
 * @param stopSignal what ends it politely
 * @param patience how long it may take to become healthy, and how long it may take to stop
 * @param sweep whether processes it left behind are ended before it is started again
 */
record Part(
        String name,
        List<String> after,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Probe probe,
        StopSignal stopSignal,
        Duration patience,
        boolean sweep) {

    /** {@code INTERRUPT} is PostgreSQL's fast shutdown: it does not wait for its clients to go. */
    enum StopSignal {
        TERMINATE,
        INTERRUPT
    }

    static Part of(String name, List<String> command, Map<String, String> environment, Path folder, Probe probe) {
        return new Part(
                name,
                List.of(),
                command,
                environment,
                folder,
                probe,
                StopSignal.TERMINATE,
                Duration.ofMinutes(6),
                false);
    }

    Part after(String... names) {
        return new Part(name, List.of(names), command, environment, folder, probe, stopSignal, patience, sweep);
    }

    /** The same without waiting for parts that are not here. */
    Part afterAmong(List<String> present) {
        return after(after.stream().filter(present::contains).toArray(String[]::new));
    }

    Part stoppedBy(StopSignal signal) {
        return new Part(name, after, command, environment, folder, probe, signal, patience, sweep);
    }

    Part sweeping() {
        return new Part(name, after, command, environment, folder, probe, stopSignal, patience, true);
    }
}
