package io.millwright.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Watches the supervisor from outside and tells what it sees, until all parts are healthy. */
record Follow(World world, Progress progress) {

    private static final Duration SUPERVISOR_START = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(14);

    boolean isUp() {
        var parts = new StateFile(world).parts();
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.state() == PartStatus.State.HEALTHY);
    }

    /** @throws LauncherException with the end of the log, when a part was given up */
    void untilHealthy() {
        var state = new StateFile(world);
        var seen = new HashMap<String, PartStatus>();
        var begin = Instant.now();
        boolean supervised = false;
        while (!isUp()) {
            for (var part : state.parts()) {
                tell(seen, part);
                if (part.state() == PartStatus.State.FAILED) {
                    throw new LauncherException("%s does not start: %s. The last lines of %s:%n%s"
                            .formatted(
                                    part.name(),
                                    part.note(),
                                    world.log(part.name()),
                                    Tool.tail(world.log(part.name()), 25)));
                }
            }
            supervised |= state.supervisor().isPresent();
            var waited = Duration.between(begin, Instant.now());
            if (supervised ? state.supervisor().isEmpty() : waited.compareTo(SUPERVISOR_START) > 0) {
                throw new LauncherException("The supervisor has ended. The last lines of %s:%n%s"
                        .formatted(world.log("supervisor"), Tool.tail(world.log("supervisor"), 10)));
            }
            if (waited.compareTo(PATIENCE) > 0) {
                throw new LauncherException(
                        "Millwright did not come up within %d minutes; see ./millwright status and ./millwright logs PART."
                                .formatted(PATIENCE.toMinutes()));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        state.parts().forEach(part -> tell(seen, part));
    }

    private void tell(Map<String, PartStatus> seen, PartStatus now) {
        var before = seen.put(now.name(), now);
        boolean same = before != null && before.state() == now.state();
        if (same || now.state() == PartStatus.State.WAITING) {
            return;
        }
        var text =
                switch (now.state()) {
                    case STARTING -> "%s is starting".formatted(now.name());
                    case HEALTHY ->
                        before == null
                                ? "%s is up".formatted(now.name())
                                : "%s is up after %s"
                                        .formatted(
                                                now.name(),
                                                Progress.seconds(Duration.between(before.since(), now.since())));
                    case RESTARTING ->
                        "%s %s; it is started again (log: ./millwright logs %s)"
                                .formatted(now.name(), now.note(), now.name());
                    case UNHEALTHY, FAILED, STOPPED, WAITING -> now.name() + " " + now.note();
                };
        progress.say(text);
    }
}
