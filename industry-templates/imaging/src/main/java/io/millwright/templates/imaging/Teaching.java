package io.millwright.templates.imaging;

import io.millwright.plugins.api.Checkpoints;
import io.millwright.plugins.api.Progress;
import io.millwright.templates.imaging.dataset.Partition;
import io.millwright.templates.imaging.model.BadWeightsException;
import io.millwright.templates.imaging.model.Safetensors;
import io.millwright.templates.imaging.model.StartingWeights;
import io.millwright.templates.imaging.network.Classroom;
import io.millwright.templates.imaging.network.Examples;
import io.millwright.templates.imaging.network.Network;
import io.millwright.templates.imaging.network.Tensor;
import io.millwright.templates.imaging.network.TensorEngine;
import io.millwright.templates.imaging.pictures.Painter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains the networks of a plan, each without one tenth of the images, and saves after every epoch how far they are. */
record Teaching(
        TensorEngine engine, Plan plan, Examples examples, Partition partition, Painter painter, long seed, int cpus) {

    private static final String FILE = "training.safetensors";
    private static final String DONE = "epochs";
    private static final String LOSSES = "losses";
    private static final long MOST_STATE = 200L << 20;

    /** @param losses of each epoch, mean of the networks */
    record Taught(List<Map<String, Tensor>> weights, List<Double> losses) {}

    Taught run(Optional<StartingWeights> start, Progress progress, double from, double to, Optional<Saving> saving)
            throws InterruptedException {
        int epochs = plan.lesson().epochs();
        List<Double> losses = new ArrayList<>();
        double[] told = {from};
        Classroom.Watch watch = () -> progress.update(told[0], "Training " + plan.networks() + " networks");
        try (Classroom room = new Classroom(Math.min(cpus, plan.networks()), watch)) {
            for (int network = 0; network < plan.networks(); network++) {
                long own = seed * 1_000 + network;
                Map<String, Tensor> values =
                        start.isPresent() ? start.get().of(network, own) : Network.random(plan.architecture(), own);
                int[] rows = partition.positions(network % tenths(), false);
                room.add(Network.of(plan.architecture(), values, engine), examples, rows, plan.lesson(), painter, own);
            }
            if (saving.isPresent()) {
                saving.get().restore(room, losses);
            }
            while (room.epoch() < epochs) {
                told[0] = from + (to - from) * room.epoch() / epochs;
                progress.update(told[0], "Training, epoch %d of %d".formatted(room.epoch() + 1, epochs));
                double loss = room.runEpoch().stream()
                        .mapToDouble(one -> one)
                        .average()
                        .orElse(0);
                losses.add(loss);
                progress.metric("loss", room.epoch(), loss);
                if (saving.isPresent() && plan.architecture().size() * 16 * plan.networks() < MOST_STATE) {
                    saving.get().save(room, losses);
                }
            }
            return new Taught(room.averaged(), losses);
        }
    }

    /** Different values of the fold, which networks leave out in turn. */
    private int tenths() {
        return Math.max(1, java.util.Arrays.stream(partition.fold()).max().orElse(0) + 1);
    }

    /** Keeps the state beside what a search keeps in the same folder. */
    record Saving(Checkpoints checkpoints, Path folder) {

        void save(Classroom room, List<Double> losses) {
            Map<String, Tensor> all = new LinkedHashMap<>();
            List<Map<String, Tensor>> states = room.states();
            for (int network = 0; network < states.size(); network++) {
                String prefix = network + ".";
                states.get(network).forEach((name, tensor) -> all.put(prefix + name, tensor));
            }
            float[] known = new float[losses.size()];
            for (int at = 0; at < known.length; at++) {
                known[at] = losses.get(at).floatValue();
            }
            all.put(LOSSES, new Tensor(new long[] {known.length}, known));
            all.put(DONE, new Tensor(new long[] {1}, new float[] {room.epoch()}));
            try {
                Files.createDirectories(folder);
                Safetensors.write(all, folder.resolve(FILE));
                checkpoints.save(folder);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        void restore(Classroom room, List<Double> losses) {
            Path file = checkpoints.latest().map(kept -> kept.resolve(FILE)).orElse(null);
            if (file == null || !Files.isRegularFile(file)) {
                return;
            }
            try {
                Map<String, Tensor> all = Safetensors.read(file);
                Tensor done = all.get(DONE);
                Tensor known = all.get(LOSSES);
                if (done == null || known == null) {
                    return;
                }
                List<Map<String, Tensor>> states = new ArrayList<>();
                all.forEach((name, tensor) -> {
                    int dot = name.indexOf('.');
                    if (dot > 0) {
                        int network = Integer.parseInt(name.substring(0, dot));
                        while (states.size() <= network) {
                            states.add(new LinkedHashMap<>());
                        }
                        states.get(network).put(name.substring(dot + 1), tensor);
                    }
                });
                room.restore(states, (int) done.values()[0]);
                for (float loss : known.values()) {
                    losses.add((double) loss);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (BadWeightsException damaged) {
                throw new IllegalStateException("the checkpoint is damaged", damaged);
            }
        }
    }
}
