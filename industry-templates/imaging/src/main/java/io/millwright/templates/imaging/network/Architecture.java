package io.millwright.templates.imaging.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A residual network of basic blocks (He et al. 2016), named and shaped as torchvision names and shapes its own, so that the
 * weights of its smaller ones can be started from.
 *
 * @param channels of the input: 1 or 3
 * @param kernel side of the first filter: 3, or 7 as for large images
 * @param stride step of the first filter
 * @param pooled whether maxima over 3 × 3 with step 2 follow the first filter
 * @param widths channels of each stage; each but the first halves the sides
 * @param blocks basic blocks of each stage
 * @param outputs numbers that come out
 */
public record Architecture(
        int channels,
        int height,
        int width,
        int kernel,
        int stride,
        boolean pooled,
        List<Integer> widths,
        List<Integer> blocks,
        int outputs) {

    public Architecture {
        widths = List.copyOf(widths);
        blocks = List.copyOf(blocks);
        if (widths.isEmpty() || widths.size() != blocks.size() || outputs < 1) {
            throw new IllegalArgumentException("a network needs stages and outputs");
        }
    }

    /** Numbers that describe an image before the last step. */
    public int features() {
        return widths.getLast();
    }

    /** Multiplications and additions for one image, forwards. */
    public double work() {
        double sides = (double) height * width / (stride * stride);
        double work = sides * kernel * kernel * channels * widths.getFirst();
        sides = pooled ? sides / 4 : sides;
        int before = widths.getFirst();
        for (int stage = 0; stage < widths.size(); stage++) {
            int after = widths.get(stage);
            sides = stage > 0 ? sides / 4 : sides;
            work += sides * 9 * after * (before + after) + (before == after ? 0 : sides * before * after);
            work += sides * 18 * after * after * (blocks.get(stage) - 1);
            before = after;
        }
        return work;
    }

    /** Bytes of what is remembered of one image for the way back. */
    public double activationBytes() {
        double sides = (double) height * width / (stride * stride);
        double values = sides * 3 * widths.getFirst();
        sides = pooled ? sides / 4 : sides;
        for (int stage = 0; stage < widths.size(); stage++) {
            sides = stage > 0 ? sides / 4 : sides;
            values += sides * 7 * widths.get(stage) * blocks.get(stage);
        }
        return values * Float.BYTES;
    }

    /** How many numbers are learnt or gathered. */
    public long size() {
        return slots().stream().mapToLong(slot -> Tensor.size(slot.shape())).sum();
    }

    /** All tensors, from the input to the output. */
    List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot("conv1.weight", Slot.Kind.WEIGHT, widths.getFirst(), channels, kernel, kernel));
        norm(slots, "bn1", widths.getFirst());
        int before = widths.getFirst();
        for (int stage = 0; stage < widths.size(); stage++) {
            for (int block = 0; block < blocks.get(stage); block++) {
                int after = widths.get(stage);
                String name = blockName(stage, block);
                slots.add(new Slot(name + ".conv1.weight", Slot.Kind.WEIGHT, after, before, 3, 3));
                norm(slots, name + ".bn1", after);
                slots.add(new Slot(name + ".conv2.weight", Slot.Kind.WEIGHT, after, after, 3, 3));
                norm(slots, name + ".bn2", after);
                if (hasShortcut(stage, block)) {
                    slots.add(new Slot(name + ".downsample.0.weight", Slot.Kind.WEIGHT, after, before, 1, 1));
                    norm(slots, name + ".downsample.1", after);
                }
                before = after;
            }
        }
        slots.add(new Slot("fc.weight", Slot.Kind.WEIGHT, outputs, features()));
        slots.add(new Slot("fc.bias", Slot.Kind.SHIFT, outputs));
        return slots;
    }

    static String blockName(int stage, int block) {
        return "layer" + (stage + 1) + "." + block;
    }

    static int blockStride(int stage, int block) {
        return stage > 0 && block == 0 ? 2 : 1;
    }

    /** Whether the way around a block has to change size too. */
    boolean hasShortcut(int stage, int block) {
        return stage > 0 && block == 0;
    }

    private static void norm(List<Slot> slots, String name, int width) {
        slots.add(new Slot(name + ".weight", Slot.Kind.SCALE, width));
        slots.add(new Slot(name + ".bias", Slot.Kind.SHIFT, width));
        slots.add(new Slot(name + ".running_mean", Slot.Kind.RUNNING_MEAN, width));
        slots.add(new Slot(name + ".running_var", Slot.Kind.RUNNING_VARIANCE, width));
    }
}
