package io.millwright.launcher;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Ends processes: politely first, and for good where that does not help. */
final class Signals {

    private Signals() {}

    static void send(ProcessHandle process, Part.StopSignal signal) {
        switch (signal) {
            case TERMINATE -> process.destroy();
            // Java has no call for it; the pid is ours and the process a child, so the number cannot have been given
            // away.
            case INTERRUPT -> {
                if (Tool.of("sh", "-c", "kill -INT " + process.pid()).output().isEmpty()) {
                    process.destroy();
                }
            }
        }
    }

    /** Whether the process ended in time. */
    static boolean await(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        // Asked for again and again, because the end of a process whose parent is gone is told to nobody.
        while (WorldProcesses.isRunning(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
        return true;
    }

    /** Ends all of them, the last resort after {@code patience}. */
    static void end(Collection<ProcessHandle> processes, Part.StopSignal signal, Duration patience) {
        processes.forEach(process -> send(process, signal));
        long deadline = System.nanoTime() + patience.toNanos();
        for (var process : processes) {
            if (!await(process, Duration.ofNanos(deadline - System.nanoTime()))) {
                process.destroyForcibly();
                await(process, Duration.ofSeconds(5));
            }
        }
    }

    /** Ends whatever belongs to a world but has no supervisor any more; gives how many there were. */
    static int endLeftovers(World world, Duration patience) {
        var left = WorldProcesses.byPart(world);
        left.forEach((part, processes) -> {
            var signal = part.equals("postgres") ? Part.StopSignal.INTERRUPT : Part.StopSignal.TERMINATE;
            processes.forEach(process -> send(process, signal));
        });
        var all = left.values().stream().flatMap(Set::stream).toList();
        end(all, Part.StopSignal.TERMINATE, patience);
        return all.size();
    }
}
