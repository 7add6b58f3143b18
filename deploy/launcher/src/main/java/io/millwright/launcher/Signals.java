package io.millwright.launcher;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends all of them, the last resort after {@code patience}. */
    static void end(Collection<ProcessHandle> processes, Duration patience) {
        processes.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + patience.toNanos();
        for (var process : processes) {
            if (!await(process, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                process.destroyForcibly();
                await(process, Duration.ofSeconds(5));
            }
        }
    }
}
