package io.millwright.templates.imaging.network;

import io.millwright.templates.imaging.pictures.Painter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Trains several networks side by side, each on one thread, in step after each epoch: so the result does not depend on the
 * number of cores, and one checkpoint holds them all.
 */
public final class Classroom implements AutoCloseable {

    /** Called on the thread that trains; may interrupt the work. */
    public interface Watch {
        /** Every now and then. */
        void waiting() throws InterruptedException;
    }

    private static final int SECONDS = 1;

    private final List<Trainer> trainers = new ArrayList<>();
    private final ExecutorService threads;
    private final Watch watch;

    public Classroom(int threadCount, Watch watch) {
        this.threads = Executors.newFixedThreadPool(Math.max(1, threadCount));
        this.watch = watch;
    }

    /** Adds a network that learns from some of the examples. */
    public void add(Network network, Examples examples, int[] rows, Lesson lesson, Painter painter, long seed) {
        trainers.add(new Trainer(network, examples, rows, lesson, painter, seed));
    }

    public int epoch() {
        return trainers.getFirst().epoch();
    }

    /** One epoch of every network; their losses. */
    public List<Double> runEpoch() throws InterruptedException {
        return each(trainers.stream()
                .map(trainer -> (Callable<Double>) trainer::runEpoch)
                .toList());
    }

    /** Does things side by side, watched; the first failure ends all. */
    private <T> List<T> each(List<Callable<T>> tasks) throws InterruptedException {
        List<Future<T>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(threads.submit(task)));
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(await(future));
            }
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
        return results;
    }

    private <T> T await(Future<T> future) throws InterruptedException {
        while (true) {
            try {
                return future.get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException working) {
                watch.waiting();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a network could not be trained", failed.getCause());
            }
        }
    }

    public List<Map<String, Tensor>> averaged() {
        return trainers.stream().map(Trainer::averaged).toList();
    }

    public List<Map<String, Tensor>> states() {
        return trainers.stream().map(Trainer::state).toList();
    }

    /** Goes on from states after so many epochs. */
    public void restore(List<Map<String, Tensor>> states, int epochs) {
        for (int at = 0; at < trainers.size(); at++) {
            trainers.get(at).restore(states.get(at), epochs);
        }
    }

    /** Waits for work that was given up: the engine must not lose memory that is still in use. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        trainers.forEach(Trainer::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
