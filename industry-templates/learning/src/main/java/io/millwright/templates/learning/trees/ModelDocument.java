package io.millwright.templates.learning.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model file of XGBoost as a tree of maps and lists.
 *
 * @param root of the file
 */
record ModelDocument(Map<String, @Nullable Object> root) {
    @SuppressWarnings("unchecked")
    static ModelDocument read(byte[] ubjson) {
        if (!(UbjsonReader.read(ubjson) instanceof Map<?, ?> root)) {
            throw new IllegalArgumentException("not a model file of XGBoost");
        }
        return new ModelDocument((Map<String, @Nullable Object>) root);
    }

    byte[] write() {
        return UbjsonWriter.write(root);
    }

    String objective() {
        return String.valueOf(at("learner", "objective").get("name"));
    }

    /** What is predicted before the first tree, in the unit of the label; recent versions write a list of one. */
    float start() {
        String written = String.valueOf(at("learner", "learner_model_param").get("base_score"));
        return Float.parseFloat(written.replace("[", "").replace("]", ""));
    }

    Map<String, @Nullable Object> model() {
        return at("learner", "gradient_booster", "model");
    }

    Map<String, @Nullable Object> modelParameters() {
        return at("learner", "gradient_booster", "model", "gbtree_model_param");
    }

    List<Map<String, @Nullable Object>> trees() {
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        if (model().get("trees") instanceof List<?> list) {
            for (Object tree : list) {
                trees.add(map(tree, "trees"));
            }
        }
        return trees;
    }

    private Map<String, @Nullable Object> at(String... path) {
        Map<String, @Nullable Object> here = root;
        for (String name : path) {
            here = map(here.get(name), name);
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("the model file has no " + name);
    }
}
