package io.millwright.templates.learning.linear;

import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.linear.Term.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what a linear model should see of each column of a table. */
final class Terms {

    /** Skewness from which on the logarithm is taken. */
    private static final double SKEWED = 2;
    /** Different values below which a column of numbers is rather a question of a few answers. */
    private static final int FEW_VALUES = 10;
    /** Rows below which a code, or that a value is missing, says nothing. */
    private static final int ENOUGH = 10;

    /** Of the mean: less is no change of values. */
    private static final double ROUNDING = 1e-9;

    private final Matrix matrix;

    private Terms(Matrix matrix) {
        this.matrix = matrix;
    }

    /** In the order of the columns; columns that say nothing have none. */
    static List<Term> of(Matrix matrix) {
        Terms terms = new Terms(matrix);
        List<Term> found = new ArrayList<>();
        for (int column = 0; column < matrix.columns(); column++) {
            List<Term> shapes = matrix.categorical()[column] ? terms.codes(column) : terms.number(column);
            shapes.stream()
                    .filter(term -> !terms.rare(term))
                    .flatMap(term -> terms.scaled(term).stream())
                    .forEach(found::add);
        }
        return found;
    }

    private List<Term> codes(int column) {
        Map<Double, Integer> counts = new TreeMap<>();
        for (int row = 0; row < matrix.rows(); row++) {
            if (!Float.isNaN(cell(row, column))) {
                counts.merge((double) cell(row, column), 1, Integer::sum);
            }
        }
        List<Term> terms = new ArrayList<>();
        for (double code : counts.keySet()) {
            terms.add(Term.unscaled(column, Shape.CODE, List.of(code)));
        }
        terms.add(Term.unscaled(column, Shape.MISSING, List.of()));
        return terms;
    }

    private List<Term> number(int column) {
        double[] present = present(column);
        Term missing = Term.unscaled(column, Shape.MISSING, List.of());
        if (present.length == 0) {
            return List.of(missing);
        }
        boolean skewed = Math.abs(skewness(present)) > SKEWED
                && Arrays.stream(present).distinct().limit(FEW_VALUES + 1L).count() > FEW_VALUES;
        Term value = skewed
                ? Term.unscaled(column, Shape.LOG, List.of(typicalSize(present)))
                : Term.unscaled(column, Shape.VALUE, List.of());
        return List.of(value, missing);
    }

    /** Whether a term of 0 and 1 is the one or the other in hardly any row. */
    private boolean rare(Term term) {
        if (term.shape() != Shape.MISSING && term.shape() != Shape.CODE) {
            return false;
        }
        int ones = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            ones += term.shaped(cell(row, term.column())) == 1 ? 1 : 0;
        }
        return Math.min(ones, matrix.rows() - ones) < ENOUGH;
    }

    /** With mean and standard deviation over the rows (Welford 1962); empty where the term never changes. */
    private Optional<Term> scaled(Term term) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            double shaped = term.shaped(cell(row, term.column()));
            if (!Double.isNaN(shaped)) {
                count++;
                double distance = shaped - mean;
                mean += distance / count;
                squares += distance * (shaped - mean);
            }
        }
        double deviation = Math.sqrt(squares / Math.max(1, count));
        boolean changes = deviation > ROUNDING * Math.abs(mean) && Double.isFinite(deviation);
        return changes ? Optional.of(term.scaled(mean, deviation)) : Optional.empty();
    }

    private double[] present(int column) {
        double[] present = new double[matrix.rows()];
        int count = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            if (!Float.isNaN(cell(row, column))) {
                present[count++] = cell(row, column);
            }
        }
        return Arrays.copyOf(present, count);
    }

    private static double skewness(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = 0;
        double cube = 0;
        for (double value : values) {
            double distance = value - mean;
            square += distance * distance / values.length;
            cube += distance * distance * distance / values.length;
        }
        return square == 0 ? 0 : cube / Math.pow(square, 1.5);
    }

    /** The median of the sizes that are not 0. */
    private static double typicalSize(double[] values) {
        double[] sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : sizes[sizes.length / 2];
    }

    private float cell(int row, int column) {
        return matrix.cells()[row * matrix.columns() + column];
    }
}
