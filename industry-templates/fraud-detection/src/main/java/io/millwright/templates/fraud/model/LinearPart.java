package io.millwright.templates.fraud.model;

import io.millwright.templates.fraud.mixture.Mixture;
import io.millwright.templates.learning.linear.LinearModel;
import io.millwright.templates.learning.linear.LogisticModel;
import io.millwright.templates.learning.linear.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A logistic regression as it stands in a model's recipe: log odds of a row are {@code (1 - weight) · those of the trees +
 * weight · (intercept + Σ coefficient · (shape(value) - centre) / scale)}.
 *
 * @param terms each about one feature; standardised values end at 5 and -5, and are 0 where there is no value
 */
public record LinearPart(double weight, double intercept, List<Line> terms) {

    /** One term with its coefficient. */
    public record Line(
            String feature,
            Term.Shape shape,
            List<Double> parameters,
            double centre,
            double scale,
            double coefficient) {}

    /** Null where the trees speak alone. */
    public static @Nullable LinearPart of(Mixture mixture, List<String> features) {
        LogisticModel linear = mixture.linear();
        if (linear == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < linear.terms().size(); at++) {
            Term term = linear.terms().get(at);
            lines.add(new Line(
                    features.get(term.column()),
                    term.shape(),
                    term.parameters(),
                    term.centre(),
                    term.scale(),
                    linear.model().coefficients()[at]));
        }
        return new LinearPart(mixture.weight(), linear.model().intercept(), List.copyOf(lines));
    }

    /** @throws IllegalArgumentException where it does not fit the features */
    Mixture mixture(List<String> features) {
        List<Term> found = new ArrayList<>();
        double[] coefficients = new double[terms.size()];
        for (Line line : terms) {
            coefficients[found.size()] = line.coefficient();
            found.add(new Term(
                    features.indexOf(line.feature()), line.shape(), line.parameters(), line.centre(), line.scale()));
        }
        return new Mixture(weight, new LogisticModel(found, new LinearModel(intercept, coefficients)));
    }
}
