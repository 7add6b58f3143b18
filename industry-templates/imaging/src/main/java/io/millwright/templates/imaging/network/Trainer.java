package io.millwright.templates.imaging.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.millwright.templates.imaging.pictures.Painter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains one network, an epoch at a time: AdamW along one cycle, with a moving average of the weights that becomes the
 * network. All chance comes from the seed and the epoch's number, so that a later process can go on from the state alone.
 */
final class Trainer implements AutoCloseable {

    private static final float SECOND_MOMENT = 0.999f;
    private static final double SLOWEST_AVERAGE = 0.995;
    private static final float EPSILON = 1e-8f;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Network network;
    private final Examples examples;
    private final int[] rows;
    private final Lesson lesson;
    private final Painter painter;
    private final long seed;
    private final OneCycle cycle;
    private final List<Learnt> learnt = new ArrayList<>();
    private final Map<String, NDArray> averages = new LinkedHashMap<>();
    private final int stepsPerEpoch;
    private int epoch;

    /** A tensor that is learnt and what AdamW remembers of its gradient. */
    private record Learnt(Slot slot, NDArray array, NDArray first, NDArray second) {}

    /** @param rows which examples it learns from */
    Trainer(Network network, Examples examples, int[] rows, Lesson lesson, Painter painter, long seed) {
        this.network = network;
        this.examples = examples;
        this.rows = rows;
        this.lesson = lesson;
        this.painter = painter;
        this.seed = seed;
        // a last step of one image would normalise by that image alone
        this.stepsPerEpoch = Math.max(1, (rows.length + lesson.batch() / 2) / lesson.batch());
        this.cycle = new OneCycle(stepsPerEpoch * lesson.epochs(), lesson.rate());
        TensorEngine.alone();
        for (Slot slot : network.architecture().slots()) {
            NDArray array = network.array(slot.name());
            averages.put(slot.name(), array.duplicate());
            if (slot.kind().learnt()) {
                learnt.add(new Learnt(slot, array, array.zerosLike(), array.zerosLike()));
                array.setRequiresGradient(true);
            }
        }
    }

    int epoch() {
        return epoch;
    }

    /** One pass over the images; the mean loss. Stops between steps when its thread is interrupted. */
    double runEpoch() throws InterruptedException {
        TensorEngine.alone();
        int[] order = shuffled();
        double sum = 0;
        for (int step = 0; step < stepsPerEpoch; step++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int from = (int) ((long) order.length * step / stepsPerEpoch);
            int to = (int) ((long) order.length * (step + 1) / stepsPerEpoch);
            sum += step(order, from, to, epoch * stepsPerEpoch + step);
        }
        epoch++;
        return sum / stepsPerEpoch;
    }

    private double step(int[] order, int from, int to, int number) {
        try (NDManager manager = network.manager().newSubManager()) {
            NDArray images = paint(order, from, to, manager);
            NDArray kept = kept(to - from, number, manager);
            Targets targets = Targets.of(examples, order, from, to, lesson.smoothing());
            JniUtils.setGradMode(true);
            NDArray loss;
            try {
                loss = targets.loss(network.forward(images, true, kept).logits(), manager);
                // DJL's own collector allows only one training in a process
                JniUtils.backward((PtNDArray) loss, (PtNDArray) loss.onesLike(), false, false);
            } finally {
                JniUtils.setGradMode(false);
            }
            update(number);
            return loss.getFloat();
        }
    }

    private NDArray paint(int[] order, int from, int to, NDManager manager) {
        Architecture shape = network.architecture();
        int values = shape.channels() * shape.height() * shape.width();
        float[] pixels = new float[(to - from) * values];
        for (int at = from; at < to; at++) {
            SplittableRandom random = new SplittableRandom(seed ^ GOLDEN * (epoch * 1_000_003L + order[at] + 1));
            painter.paint(examples.images()[order[at]], lesson.augmentation(), random, pixels, (at - from) * values);
        }
        return Network.create(manager, pixels, to - from, shape.channels(), shape.height(), shape.width());
    }

    /** Dropout drawn here: the engine's own generator is shared by all threads. */
    private NDArray kept(int images, int number, NDManager manager) {
        SplittableRandom random = new SplittableRandom(seed + GOLDEN * (number + 1L));
        int features = network.architecture().features();
        float[] kept = new float[images * features];
        float scale = (float) (1 / (1 - lesson.dropout()));
        for (int at = 0; at < kept.length; at++) {
            kept[at] = random.nextDouble() < lesson.dropout() ? 0 : scale;
        }
        return Network.create(manager, kept, images, features);
    }

    private void update(int number) {
        double firstMoment = cycle.momentum(number);
        double rate = cycle.rate(number);
        int times = number + 1;
        double corrected = rate * Math.sqrt(1 - StrictMath.pow(SECOND_MOMENT, times)) / (1 - firstMomentProduct(times));
        for (Learnt each : learnt) {
            NDArray gradient = each.array().getGradient();
            float decay = each.slot().kind() == Slot.Kind.WEIGHT ? (float) lesson.decay() : 0;
            each.array()
                    .getNDArrayInternal()
                    .adamUpdate(
                            new NDList(each.array(), gradient, each.first(), each.second()),
                            new NDList(each.array()),
                            (float) rate,
                            (float) corrected,
                            decay,
                            1,
                            -1,
                            (float) firstMoment,
                            SECOND_MOMENT,
                            EPSILON,
                            false,
                            true);
            gradient.close();
        }
        double share = 1 - Math.min(SLOWEST_AVERAGE, times / (times + 9.0));
        averages.forEach((name, average) -> {
            try (NDArray now = network.array(name).sub(average)) {
                now.muli(share);
                average.addi(now);
            }
        });
    }

    /** How much of the first moment is still the zero it began with: the momentum changes along the cycle. */
    private double firstMomentProduct(int times) {
        double product = 1;
        for (int step = 0; step < times && product > 1e-12; step++) {
            product *= cycle.momentum(step);
        }
        return product;
    }

    private int[] shuffled() {
        int[] order = rows.clone();
        SplittableRandom random = new SplittableRandom(seed * 31 + epoch);
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** The averaged weights. */
    Map<String, Tensor> averaged() {
        return tensors(averages);
    }

    /** All that training goes on from, by name. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        network.values().forEach((name, tensor) -> state.put("now." + name, tensor));
        tensors(averages).forEach((name, tensor) -> state.put("average." + name, tensor));
        for (Learnt each : learnt) {
            state.put("first." + each.slot().name(), tensor(each.first()));
            state.put("second." + each.slot().name(), tensor(each.second()));
        }
        return state;
    }

    /** Goes on from a state after so many epochs. */
    void restore(Map<String, Tensor> state, int epochs) {
        for (Slot slot : network.architecture().slots()) {
            set(network.array(slot.name()), state, "now." + slot.name());
            NDArray average = averages.get(slot.name());
            if (average != null) {
                set(average, state, "average." + slot.name());
            }
        }
        for (Learnt each : learnt) {
            set(each.first(), state, "first." + each.slot().name());
            set(each.second(), state, "second." + each.slot().name());
        }
        epoch = epochs;
    }

    private static void set(NDArray array, Map<String, Tensor> state, String name) {
        Tensor tensor = state.get(name);
        if (tensor == null || tensor.values().length != array.size()) {
            throw new IllegalArgumentException("the checkpoint lacks " + name);
        }
        array.set(tensor.values());
    }

    private static Map<String, Tensor> tensors(Map<String, NDArray> arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, tensor(array)));
        return tensors;
    }

    private static Tensor tensor(NDArray array) {
        return new Tensor(array.getShape().getShape(), array.toFloatArray());
    }

    @Override
    public void close() {
        network.close();
    }
}
