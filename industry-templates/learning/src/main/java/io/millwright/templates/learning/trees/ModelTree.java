package io.millwright.templates.learning.trees;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tree as the file has it.
 *
 * @param left the node on the left, -1 in a leaf
 * @param value where a node splits; in a leaf, what it adds
 * @param rightCategories of nodes that split by category, those that go to the right
 */
record ModelTree(
        int[] left,
        int[] right,
        int[] column,
        float[] value,
        byte[] missingLeft,
        Map<Integer, BitSet> rightCategories) {

    static ModelTree of(Map<?, ?> tree) {
        return new ModelTree(
                ints(tree, "left_children"),
                ints(tree, "right_children"),
                ints(tree, "split_indices"),
                (float[]) field(tree, "split_conditions"),
                (byte[]) field(tree, "default_left"),
                categories(tree));
    }

    boolean leaf(int node) {
        return left[node] < 0;
    }

    int depth(int node) {
        return leaf(node) ? 0 : 1 + Math.max(depth(left[node]), depth(right[node]));
    }

    private static Map<Integer, BitSet> categories(Map<?, ?> tree) {
        int[] nodes = ints(tree, "categories_nodes");
        int[] all = ints(tree, "categories");
        int[] start = ints(tree, "categories_segments");
        int[] size = ints(tree, "categories_sizes");
        Map<Integer, BitSet> found = new HashMap<>();
        for (int at = 0; at < nodes.length; at++) {
            BitSet codes = new BitSet();
            for (int code = start[at]; code < start[at] + size[at]; code++) {
                codes.set(all[code]);
            }
            found.put(nodes[at], codes);
        }
        return found;
    }

    /** Whole numbers come in several widths. */
    private static int[] ints(Map<?, ?> tree, String name) {
        return switch (field(tree, name)) {
            case int[] values -> values;
            case long[] values -> {
                int[] narrow = new int[values.length];
                for (int at = 0; at < narrow.length; at++) {
                    narrow[at] = Math.toIntExact(values[at]);
                }
                yield narrow;
            }
            case List<?> values when values.isEmpty() -> new int[0];
            default -> throw new IllegalArgumentException("the field " + name + " of a tree holds no whole numbers");
        };
    }

    private static Object field(Map<?, ?> tree, String name) {
        @Nullable Object value = tree.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a tree has no field " + name);
        }
        return value;
    }
}
