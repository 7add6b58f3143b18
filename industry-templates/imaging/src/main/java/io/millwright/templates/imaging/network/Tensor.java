package io.millwright.templates.imaging.network;

import java.util.Arrays;

/** The numbers of a tensor outside the engine; row-major. */
public record Tensor(long[] shape, float[] values) {

    public Tensor {
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(values.length + " values for the shape " + Arrays.toString(shape));
        }
    }

    /** How many values a shape holds. */
    public static long size(long... shape) {
        long size = 1;
        for (long length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && Arrays.equals(shape, that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
