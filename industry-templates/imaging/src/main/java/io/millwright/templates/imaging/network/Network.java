package io.millwright.templates.imaging.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A network in the engine. Holds native memory: close it. One thread at a time. */
public final class Network implements AutoCloseable {

    private static final Shape ONE = new Shape(1, 1);
    private static final Shape NONE = new Shape(0, 0);
    /** Axis −1 means the second one and is the short way through DJL. */
    private static final int CHANNELS = -1;

    private static final float MOMENTUM = 0.9f;
    private static final float EPSILON = 1e-5f;

    private final Architecture architecture;
    private final NDManager manager;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    private Network(Architecture architecture, NDManager manager) {
        this.architecture = architecture;
        this.manager = manager;
    }

    /**
     * What comes out for a batch of N images.
     *
     * @param maps N × features × height × width, before averaging
     * @param features N × features
     * @param logits N × outputs
     */
    record Output(NDArray maps, NDArray features, NDArray logits) {}

    /** @param values by name, of exactly the architecture's shapes */
    public static Network of(Architecture architecture, Map<String, Tensor> values, TensorEngine engine) {
        Network network = new Network(architecture, engine.newManager());
        for (Slot slot : architecture.slots()) {
            Tensor tensor = values.get(slot.name());
            if (tensor == null || !java.util.Arrays.equals(tensor.shape(), slot.shape())) {
                network.close();
                throw new IllegalArgumentException("the tensor " + slot.name() + " is missing or of another shape");
            }
            network.arrays.put(slot.name(), create(network.manager, tensor.values(), slot.shape()));
        }
        return network;
    }

    /** Random weights (He et al. 2015), the same for the same seed. */
    public static Map<String, Tensor> random(Architecture architecture, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (Slot slot : architecture.slots()) {
            float[] numbers = new float[Math.toIntExact(Tensor.size(slot.shape()))];
            switch (slot.kind()) {
                case SCALE, RUNNING_VARIANCE -> java.util.Arrays.fill(numbers, 1);
                case SHIFT, RUNNING_MEAN -> {}
                case WEIGHT -> {
                    long[] shape = slot.shape();
                    double scale = shape.length == 4
                            ? Math.sqrt(2.0 / (shape[0] * shape[2] * shape[3]))
                            : 1 / Math.sqrt(3.0 * shape[1]);
                    for (int at = 0; at < numbers.length; at++) {
                        numbers[at] = (float) (scale * random.nextGaussian());
                    }
                }
            }
            values.put(slot.name(), new Tensor(slot.shape(), numbers));
        }
        return values;
    }

    /**
     * A tensor in the engine's own memory. What comes from Java lies anywhere, and the engine's sums differ in the last digits
     * with where their numbers lie.
     */
    static NDArray create(NDManager manager, float[] values, long... shape) {
        try (NDArray given = manager.create(values, new Shape(shape))) {
            return given.duplicate();
        }
    }

    public Architecture architecture() {
        return architecture;
    }

    NDManager manager() {
        return manager;
    }

    NDArray array(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no tensor " + name);
        }
        return array;
    }

    /** @param kept N × features, what of the features goes on to the last step; null for all */
    Output forward(NDArray images, boolean training, @Nullable NDArray kept) {
        int kernel = architecture.kernel();
        NDArray maps = Activation.relu(
                normal(convolution(images, "conv1", kernel / 2, architecture.stride()), "bn1", training));
        if (architecture.pooled()) {
            maps = Pool.maxPool2d(maps, new Shape(3, 3), new Shape(2, 2), ONE, false);
        }
        for (int stage = 0; stage < architecture.widths().size(); stage++) {
            for (int block = 0; block < architecture.blocks().get(stage); block++) {
                maps = block(maps, stage, block, training);
            }
        }
        NDArray features = Pool.globalAvgPool2d(maps);
        NDArray going = kept == null ? features : features.mul(kept);
        NDArray logits = going.getNDArrayInternal()
                .linear(going, array("fc.weight"), array("fc.bias"))
                .singletonOrThrow();
        return new Output(maps, features, logits);
    }

    private NDArray block(NDArray input, int stage, int block, boolean training) {
        String name = Architecture.blockName(stage, block);
        NDArray inside = convolution(input, name + ".conv1", 1, Architecture.blockStride(stage, block));
        inside = Activation.relu(normal(inside, name + ".bn1", training));
        inside = normal(convolution(inside, name + ".conv2", 1, 1), name + ".bn2", training);
        NDArray around = input;
        if (architecture.hasShortcut(stage, block)) {
            around = convolution(input, name + ".downsample.0", 0, 2);
            around = normal(around, name + ".downsample.1", training);
        }
        return Activation.relu(inside.add(around));
    }

    private NDArray convolution(NDArray input, String name, int padding, int stride) {
        return Conv2d.conv2d(
                        input,
                        array(name + ".weight"),
                        null,
                        new Shape(stride, stride),
                        padding == 0 ? NONE : new Shape(padding, padding),
                        ONE,
                        1)
                .singletonOrThrow();
    }

    private NDArray normal(NDArray input, String name, boolean training) {
        return BatchNorm.batchNorm(
                        input,
                        array(name + ".running_mean"),
                        array(name + ".running_var"),
                        array(name + ".weight"),
                        array(name + ".bias"),
                        CHANNELS,
                        MOMENTUM,
                        EPSILON,
                        training)
                .singletonOrThrow();
    }

    /** The numbers as they are now. */
    public Map<String, Tensor> values() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) -> values.put(name, new Tensor(array.getShape().getShape(), array.toFloatArray())));
        return values;
    }

    @Override
    public void close() {
        manager.close();
    }
}
