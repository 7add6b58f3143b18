package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One part in the hands of the supervisor: started, probed, started again when it ends, stopped once. Runs on a thread of its own. */
final class Supervised implements Runnable {

    /** Failures in a row, before the part was healthy for the first time, after which it is given up. */
    static final int HOPELESS = 4;

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);
    private static final Duration BETWEEN_PROBES_WHEN_HEALTHY = Duration.ofSeconds(2);
    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final long LARGEST_LOG = 20L << 20;

    private final Part part;
    private final World world;
    private final Supervisor supervisor;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch healthyOnce = new CountDownLatch(1);
    private volatile PartStatus status;

    Supervised(Part part, World world, Supervisor supervisor) {
        this.part = part;
        this.world = world;
        this.supervisor = supervisor;
        this.status = new PartStatus(part.name(), PartStatus.State.WAITING, 0, 0, Instant.now(), "");
    }

    Part part() {
        return part;
    }

    PartStatus status() {
        return status;
    }

    @Override
    public void run() {
        try {
            supervisor.awaitHealthy(part.after(), stop);
            int failures = 0;
            for (int starts = 0; !stopping(); starts++) {
                if (starts > 0) {
                    change(PartStatus.State.RESTARTING, 0, starts, status.note());
                    if (stop.await(Backoff.DEFAULT.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    sweep();
                }
                var begin = Instant.now();
                watch(start(starts), starts);
                boolean steady = Duration.between(begin, Instant.now()).compareTo(STEADY) > 0;
                failures = steady ? 1 : failures + 1;
                if (!stopping() && healthyOnce.getCount() > 0 && failures >= HOPELESS) {
                    change(PartStatus.State.FAILED, 0, starts, status.note());
                    return;
                }
            }
        } catch (IOException e) {
            change(PartStatus.State.FAILED, 0, status.restarts(), "cannot be started: " + Folders.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private Process start(int restarts) throws IOException {
        var log = world.log(part.name());
        rotate(log);
        part.probe().beforeStart();
        var builder = new ProcessBuilder(part.command())
                .directory(part.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(part.environment());
        var process = builder.start();
        change(PartStatus.State.STARTING, process.pid(), restarts, status.note());
        return process;
    }

    /** Probes until the process has ended, by itself or because it was to stop. */
    private void watch(Process process, int restarts) throws InterruptedException {
        var begin = Instant.now();
        while (process.isAlive()) {
            boolean healthy = healthy();
            if (healthy) {
                healthyOnce.countDown();
            }
            var state = healthy ? PartStatus.State.HEALTHY : PartStatus.State.STARTING;
            if (!healthy && !status.state().equals(PartStatus.State.STARTING)) {
                state = PartStatus.State.UNHEALTHY;
            }
            if (process.isAlive() && state != status.state()) {
                change(state, process.pid(), restarts, healthy ? "" : "runs, but does not answer");
            }
            if (state == PartStatus.State.STARTING
                    && Duration.between(begin, Instant.now()).compareTo(part.patience()) > 0) {
                change(
                        state,
                        process.pid(),
                        restarts,
                        "did not answer within " + part.patience().toMinutes() + " minutes");
                end(process);
                return;
            }
            var pause = healthy ? BETWEEN_PROBES_WHEN_HEALTHY : BETWEEN_PROBES;
            if (stopping()) {
                end(process);
                return;
            }
            if (process.waitFor(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        if (!stopping()) {
            var note = "ended by itself with status " + process.exitValue();
            change(PartStatus.State.RESTARTING, 0, restarts, note);
        }
    }

    private boolean healthy() {
        try {
            return part.probe().healthy();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the part and comes back when it and what it left behind are gone. */
    void stop() throws InterruptedException {
        stop.countDown();
        Optional.of(status.pid())
                .filter(pid -> pid > 0)
                .flatMap(ProcessHandle::of)
                .ifPresent(process -> Signals.send(process, part.stopSignal()));
        if (!ended.await(90, TimeUnit.SECONDS)) {
            ProcessHandle.of(status.pid()).ifPresent(ProcessHandle::destroyForcibly);
            ended.await(5, TimeUnit.SECONDS);
        }
        change(PartStatus.State.STOPPED, 0, status.restarts(), "");
    }

    private void end(Process process) {
        Signals.send(process.toHandle(), part.stopSignal());
        if (!Signals.await(process.toHandle(), Duration.ofSeconds(30))) {
            process.destroyForcibly();
        }
    }

    private void sweep() {
        if (part.sweep()) {
            var left = WorldProcesses.byPart(world).getOrDefault(part.name(), java.util.Set.of());
            Signals.end(left, Part.StopSignal.TERMINATE, Duration.ofSeconds(3));
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    boolean wasHealthy() {
        return healthyOnce.getCount() == 0;
    }

    private void change(PartStatus.State state, long pid, int restarts, String note) {
        var since = state == status.state() ? status.since() : Instant.now();
        status = new PartStatus(part.name(), state, pid, restarts, since, note);
        supervisor.changed(status);
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
