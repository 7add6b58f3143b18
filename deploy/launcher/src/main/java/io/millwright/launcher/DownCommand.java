package io.millwright.launcher;

import java.time.Duration;
import java.time.Instant;

/** {@code down}: ends the supervisor, which ends its parts; and whatever was left without one. */
record DownCommand(World world) {

    private static final Duration PATIENCE = Duration.ofSeconds(200);

    int run() {
        var begin = Instant.now();
        System.out.println(
                stop()
                        ? "Millwright is down (%s).".formatted(Progress.seconds(Duration.between(begin, Instant.now())))
                        : "Millwright is not up.");
        return 0;
    }

    /** Whether there was something to stop. */
    boolean stop() {
        var supervisor = new StateFile(world).supervisor();
        supervisor.ifPresent(process -> {
            process.destroy();
            Signals.await(process, PATIENCE);
        });
        int left = Signals.endLeftovers(world, Duration.ofSeconds(10));
        return supervisor.isPresent() || left > 0;
    }
}
