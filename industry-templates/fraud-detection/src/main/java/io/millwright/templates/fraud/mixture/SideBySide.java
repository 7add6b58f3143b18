package io.millwright.templates.fraud.mixture;

import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.linear.LogisticModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Trees and a logistic regression that have learnt from the same rows, on parts of the rows that neither has learnt from. */
public final class SideBySide {

    private record Part(double[] trees, double[] linear, byte[] labels) {}

    private final LinearLearner learner;
    private final SortedMap<Integer, Part> parts = new TreeMap<>();
    private boolean possible = true;

    public SideBySide(LinearLearner learner) {
        this.learner = learner;
    }

    /**
     * Adds a part.
     *
     * @param learnt rows that the trees have learnt from, and the regression will
     * @param trees what they say of the judged rows, from 0 to 1
     */
    public void add(int number, int[] learnt, int[] judged, double[] trees) {
        Optional<LogisticModel> linear = possible ? learner.fit(learnt) : Optional.empty();
        possible = linear.isPresent();
        linear.ifPresent(model -> {
            Matrix rows = learner.table().matrix(judged);
            parts.put(
                    number, new Part(trees, model.margins(rows), learner.table().labels(judged)));
        });
    }

    /** How much say the regression deserves by all parts. */
    public double weight() {
        return weight(number -> true);
    }

    /** How much by all parts but one. */
    public double weightWithout(int number) {
        return weight(other -> other != number);
    }

    /** What both together say of a part, from 0 to 1. */
    public double[] mixed(int number, double weight) {
        Part part = parts.get(number);
        if (part == null) {
            throw new IllegalArgumentException("there is no part " + number);
        }
        return weight == 0 ? part.trees() : Margins.mixed(part.trees(), part.linear(), weight);
    }

    private double weight(IntPredicate wanted) {
        List<Part> counted = parts.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        int size = counted.stream().mapToInt(part -> part.labels().length).sum();
        double[] trees = new double[size];
        double[] linear = new double[size];
        byte[] labels = new byte[size];
        int filled = 0;
        for (Part part : counted) {
            int length = part.labels().length;
            System.arraycopy(part.trees(), 0, trees, filled, length);
            System.arraycopy(part.linear(), 0, linear, filled, length);
            System.arraycopy(part.labels(), 0, labels, filled, length);
            filled += length;
        }
        return possible ? Weight.choose(trees, linear, labels) : 0;
    }
}
