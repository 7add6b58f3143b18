package io.millwright.templates.learning.trees;

/**
 * Numbers as whole numbers of the same order. A missing one is the least or the greatest, as a node sends it: so each cell
 * has two keys, the first for nodes that send missing values to the left.
 */
final class Keys {

    private Keys() {}

    static int of(float value) {
        // adding 0 makes one of the two zeros
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    static void fill(float[] cells, int from, int count, int[] keys) {
        for (int cell = 0; cell < count; cell++) {
            float value = cells[from + cell];
            boolean missing = Float.isNaN(value);
            int key = of(value);
            keys[2 * cell] = missing ? Integer.MIN_VALUE : key;
            keys[2 * cell + 1] = missing ? Integer.MAX_VALUE : key;
        }
    }
}
