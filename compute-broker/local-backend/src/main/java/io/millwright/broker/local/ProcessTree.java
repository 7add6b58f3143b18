package io.millwright.broker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ends a process and all it started. */
final class ProcessTree {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private ProcessTree() {}

    /**
     * Kills the process, its descendants, and every process of its session, until none is left or patience ends.
     *
     * @return whether all are gone
     */
    static boolean kill(ProcessIdentity root) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        // Taken before the first kill: orphans no longer tell whose they were, except by their session.
        var victims = new HashSet<ProcessIdentity>(members(root));
        while (true) {
            victims.forEach(victim -> {
                if (victim.isAlive()) {
                    ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
                }
            });
            victims.addAll(members(root));
            if (victims.stream().noneMatch(ProcessIdentity::isAlive)) {
                return true;
            }
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    private static Set<ProcessIdentity> members(ProcessIdentity root) {
        var all = everyProcess();
        var pids = new HashSet<Long>();
        if (root.isAlive()) {
            pids.add(root.pid());
        }
        boolean ownSession = all.stream().anyMatch(p -> p.session() == root.pid());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var process : all) {
                boolean belongs = pids.contains(process.parent())
                        || (ownSession
                                && process.session() == root.pid()
                                && process.identity().start() >= root.start());
                if (belongs && pids.add(process.identity().pid())) {
                    grew = true;
                }
            }
        }
        var members = new HashSet<ProcessIdentity>();
        all.stream()
                .map(ProcessIdentity.Living::identity)
                .filter(p -> pids.contains(p.pid()))
                .forEach(members::add);
        return members;
    }

    private static List<ProcessIdentity.Living> everyProcess() {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .flatMap(name -> ProcessIdentity.look(Long.parseLong(name)).stream())
                    .toList();
        } catch (IOException noProc) {
            throw new UncheckedIOException(noProc);
        }
    }
}
