package io.millwright.templates.learning.images;

import java.util.BitSet;

/**
 * A short description of an image by which copies are found: which of two neighbours is brighter on a grid, across and down
 * (the difference hash), and the grid itself to make sure.
 */
public final class PerceptualHash {

    private static final int SIDE = 16;
    /** Bits of a hash. */
    public static final int BITS = 2 * SIDE * (SIDE - 1) / 16 * 16;

    private static final int FAR = BITS / 40;
    private static final double SAME = 0.998;

    private final BitSet bits;
    private final double[] grid;

    private PerceptualHash(BitSet bits, double[] grid) {
        this.bits = bits;
        this.grid = grid;
    }

    /** @param grey one channel */
    public static PerceptualHash of(Pixels grey) {
        Pixels small = Resizer.resize(grey, SIDE, SIDE);
        BitSet bits = new BitSet(BITS);
        int at = 0;
        for (int line = 0; line < SIDE; line++) {
            for (int step = 0; step + 1 < SIDE; step++) {
                bits.set(at++, small.value(0, line, step) < small.value(0, line, step + 1));
                bits.set(at++, small.value(0, step, line) < small.value(0, step + 1, line));
            }
        }
        return new PerceptualHash(bits, standardised(small));
    }

    /** Some bits as a number. */
    public int bits(int from, int count) {
        int number = 0;
        for (int at = 0; at < count; at++) {
            number = number << 1 | (bits.get(from + at) ? 1 : 0);
        }
        return number;
    }

    /** Whether two images are (nearly) the same: few bits differ and their grids go together. */
    public boolean like(PerceptualHash other) {
        BitSet differing = (BitSet) bits.clone();
        differing.xor(other.bits);
        if (differing.cardinality() > FAR) {
            return false;
        }
        double product = 0;
        for (int at = 0; at < grid.length; at++) {
            product += grid[at] * other.grid[at];
        }
        return product >= SAME;
    }

    /** Of length one. An image without any steps keeps its level, so that it is only like others of that level. */
    private static double[] standardised(Pixels small) {
        double[] grid = new double[SIDE * SIDE];
        double mean = 0;
        for (int at = 0; at < grid.length; at++) {
            grid[at] = small.values()[at] & 0xFF;
            mean += grid[at] / grid.length;
        }
        double squares = 0;
        for (int at = 0; at < grid.length; at++) {
            grid[at] -= mean;
            squares += grid[at] * grid[at];
        }
        double length = Math.sqrt(squares);
        for (int at = 0; at < grid.length; at++) {
            grid[at] = length > 0 ? grid[at] / length : at == (int) Math.round(mean) ? 1 : 0;
        }
        return grid;
    }
}
