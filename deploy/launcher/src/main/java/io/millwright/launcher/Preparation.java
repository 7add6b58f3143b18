package io.millwright.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Makes ready what the parts need; what does not depend on each other, at the same time. */
record Preparation(World world) {

    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    void run(Progress progress) {
        // Homes may share a cache: only one of them fills it at a time.
        try (var lock = FileChannel.open(
                world.settings().cache().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            sweep();
            var interrupted = Thread.ofPlatform().unstarted(() -> {
                Signals.endLeftovers(world, Duration.ofSeconds(5));
                sweep();
            });
            Runtime.getRuntime().addShutdownHook(interrupted);
            all(progress);
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IOException e) {
            throw new LauncherException(
                    "%s cannot be locked: %s.".formatted(world.settings().cache(), Folders.reason(e)), e);
        }
    }

    /** Removes what is unfinished: before the start what a killed run left, and at Ctrl-C what this one was at. */
    private void sweep() {
        Folders.sweep(world.settings().cache());
        Folders.sweep(world.settings().cache().resolve("dist"));
        Folders.sweep(world.home().resolve("data"));
    }

    private void all(Progress progress) {
        var kinds = world.kinds();
        boolean applications = kinds.stream().anyMatch(Preparation::isOurs);
        var ray =
                later(kinds.stream().filter(kind -> kind instanceof RayCluster).toList(), progress);
        var built = CompletableFuture.runAsync(
                () -> {
                    if (applications) {
                        new Build(world).prepare(progress);
                    }
                    new Distributions(world).prepare(progress);
                },
                THREADS);
        join(built);
        var servers = later(
                kinds.stream()
                        .filter(kind -> !isOurs(kind) && !(kind instanceof RayCluster))
                        .toList(),
                progress);
        join(ray);
        // What the broker is told depends on whether Ray could be installed.
        var ours = later(kinds.stream().filter(Preparation::isOurs).toList(), progress);
        join(servers);
        join(ours);
    }

    private CompletableFuture<Void> later(List<PartKind> kinds, Progress progress) {
        return CompletableFuture.allOf(kinds.stream()
                .map(kind -> CompletableFuture.runAsync(() -> kind.prepare(world, progress), THREADS))
                .toArray(CompletableFuture[]::new));
    }

    private static boolean isOurs(PartKind kind) {
        return kind instanceof BrokerProcess || kind instanceof PortalProcess;
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LauncherException sentence) {
                throw sentence;
            }
            throw e;
        }
    }
}
