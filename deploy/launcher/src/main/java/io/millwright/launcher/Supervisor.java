package io.millwright.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The process that stays behind after {@code up}: keeps all parts running until it is told to end, then stops them, dependents first. */
final class Supervisor {

    private final World world;
    private final StateFile state;
    private final List<Supervised> parts;
    private final CountDownLatch over = new CountDownLatch(1);

    Supervisor(World world) {
        this.world = world;
        this.state = new StateFile(world);
        this.parts = world.parts().stream()
                .map(part -> new Supervised(part, world, this))
                .toList();
    }

    /** Runs until the process is asked to end. */
    void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stopAll));
        write();
        for (var part : parts) {
            Thread.ofPlatform().name(part.part().name()).daemon().start(part);
        }
        over.await();
    }

    /** Called by a part's thread at each change of its state. */
    void changed(PartStatus status) {
        System.out.println("%s %s %s%s"
                .formatted(
                        Instant.now(),
                        status.name(),
                        status.state(),
                        status.note().isEmpty() ? "" : ": " + status.note()));
        write();
    }

    private synchronized void write() {
        state.write(parts.stream().map(Supervised::status).toList());
    }

    /** Waits until all of them were healthy once, or {@code stop} says that it is no longer wanted. */
    void awaitHealthy(List<String> names, CountDownLatch stop) throws InterruptedException {
        var awaited = parts.stream()
                .filter(part -> names.contains(part.part().name()))
                .toList();
        while (!awaited.stream().allMatch(Supervised::wasHealthy)) {
            if (stop.await(50, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void stopAll() {
        var gone = new ArrayList<String>();
        var left = new ArrayList<>(parts);
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(part -> left.stream()
                            .noneMatch(other ->
                                    other.part().after().contains(part.part().name())))
                    .toList();
            var threads = next.stream()
                    .map(part -> Thread.ofPlatform().start(() -> stop(part)))
                    .toList();
            for (var thread : threads) {
                join(thread);
            }
            left.removeAll(next);
            next.forEach(part -> gone.add(part.part().name()));
        }
        Signals.endLeftovers(world, Duration.ofSeconds(5));
        System.out.println(Instant.now() + " stopped " + gone);
        over.countDown();
    }

    private static void stop(Supervised part) {
        try {
            part.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
