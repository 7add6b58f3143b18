package io.millwright.templates.learning.trees;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one model of several that were grown alike but for chance: the trees of all, each adding its share. What the one
 * predicts is the mean of what they do, of yes-or-no questions the mean of their log odds. It is a model file as any other.
 */
public final class AveragedTrees {
    private AveragedTrees() {}

    /**
     * @param models UBJSON files of XGBoost with the same objective and start value
     * @param trees how many trees of each count, from the first
     */
    public static byte[] average(List<byte[]> models, List<Integer> trees) {
        ModelDocument merged = ModelDocument.read(models.getFirst());
        List<Object> all = new ArrayList<>();
        for (int member = 0; member < models.size(); member++) {
            ModelDocument document = ModelDocument.read(models.get(member));
            if (document.start() != merged.start() || !document.objective().equals(merged.objective())) {
                throw new IllegalArgumentException("models of unlike objectives or starts cannot be averaged");
            }
            for (Map<String, @Nullable Object> tree : document.trees().subList(0, trees.get(member))) {
                scale(tree, 1f / models.size());
                tree.put("id", (long) all.size());
                all.add(tree);
            }
        }
        Map<String, @Nullable Object> model = merged.model();
        model.put("trees", all);
        // lists and not arrays of one type: so the library writes them, and nothing else does it read
        model.put("tree_info", Collections.nCopies(all.size(), 0L));
        model.put(
                "iteration_indptr",
                LongStream.rangeClosed(0, all.size()).boxed().toList());
        merged.modelParameters().put("num_trees", Integer.toString(all.size()));
        return merged.write();
    }

    private static void scale(Map<String, @Nullable Object> tree, float share) {
        ModelTree read = ModelTree.of(tree);
        for (int node = 0; node < read.value().length; node++) {
            read.value()[node] *= read.leaf(node) ? share : 1;
        }
        // what the engine keeps beside the leaves, for explanations of other kinds
        if (tree.get("base_weights") instanceof float[] weights) {
            for (int node = 0; node < weights.length; node++) {
                weights[node] *= share;
            }
        }
    }
}
