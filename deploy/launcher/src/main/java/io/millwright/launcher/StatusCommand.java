package io.millwright.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** {@code status}: each part with its state, age, memory and restarts. */
record StatusCommand(World world) {

    /** Exit status 0 when all is healthy, 3 when something is not or the world is down. */
    int run() {
        var state = new StateFile(world);
        var supervisor = state.supervisor();
        var processes = WorldProcesses.byPart(world);
        if (supervisor.isEmpty()) {
            System.out.println(
                    processes.isEmpty()
                            ? "Millwright is down. Start it with ./millwright up"
                            : "The supervisor has ended, but %d processes still run without it. ./millwright up puts it right, ./millwright down ends them."
                                    .formatted(processes.values().stream()
                                            .mapToInt(Set::size)
                                            .sum()));
            return 3;
        }
        System.out.printf("%-10s %-11s %8s %9s %9s  %s%n", "PART", "STATE", "FOR", "MEMORY", "RESTARTS", "NOTE");
        long total = memory(processes.getOrDefault("supervisor", Set.of()));
        boolean healthy = true;
        for (var part : state.parts()) {
            long memory = memory(processes.getOrDefault(part.name(), Set.of()));
            total += memory;
            healthy &= part.state() == PartStatus.State.HEALTHY;
            System.out.printf(
                    "%-10s %-11s %8s %6d MB %9d  %s%n",
                    part.name(),
                    part.state().name().toLowerCase(java.util.Locale.ROOT),
                    age(part.since()),
                    memory >> 20,
                    part.restarts(),
                    part.note());
        }
        System.out.printf(
                "%n%s · %d MB resident in all · state in %s%n", world.publicAddress(), total >> 20, world.home());
        return healthy ? 0 : 3;
    }

    private static long memory(Set<ProcessHandle> processes) {
        return processes.stream().mapToLong(WorldProcesses::proportionalBytes).sum();
    }

    static String age(Instant since) {
        var age = Duration.between(since, Instant.now());
        if (age.toHours() > 0) {
            return "%d h %d m".formatted(age.toHours(), age.toMinutesPart());
        }
        return age.toMinutes() > 0
                ? "%d m %d s".formatted(age.toMinutes(), age.toSecondsPart())
                : age.toSeconds() + " s";
    }
}
