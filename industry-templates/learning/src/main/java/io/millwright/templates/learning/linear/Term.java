package io.millwright.templates.learning.linear;

import java.util.List;

/**
 * What a linear model sees of one column of a table: a shape of its values, centred and scaled.
 *
 * @param column of the table
 * @param parameters of the shape
 * @param centre mean of the shape over the rows learnt from
 * @param scale standard deviation of the same, above 0
 */
public record Term(int column, Shape shape, List<Double> parameters, double centre, double scale) {

    /** Values further away from the mean than so many standard deviations count as so many. */
    private static final double FARTHEST = 5;

    /** What is made of a value before it is scaled. */
    public enum Shape {
        /** The value. */
        VALUE,
        /** {@code sign(x) log(1 + |x| / p)}: far values come near. */
        LOG,
        /** 1 where there is no value. */
        MISSING,
        /** 1 where the value is the parameter. */
        CODE
    }

    public Term {
        parameters = List.copyOf(parameters);
        int wanted =
                switch (shape) {
                    case VALUE, MISSING -> 0;
                    case LOG, CODE -> 1;
                };
        if (column < 0 || parameters.size() != wanted || !Double.isFinite(centre) || !(scale > 0)) {
            throw new IllegalArgumentException("a term of shape " + shape + " with " + parameters + ", scale " + scale);
        }
    }

    /** Not centred and scaled yet. */
    static Term unscaled(int column, Shape shape, List<Double> parameters) {
        return new Term(column, shape, parameters, 0, 1);
    }

    /** 0 for a value as usual, and for one that is missing unless the term is about just that. */
    double value(float cell) {
        double shaped = shaped(cell);
        return Double.isNaN(shaped) ? 0 : Math.clamp((shaped - centre) / scale, -FARTHEST, FARTHEST);
    }

    /** NaN where a value is needed and missing. */
    double shaped(float cell) {
        return switch (shape) {
            case VALUE -> cell;
            case LOG -> Math.signum(cell) * Math.log1p(Math.abs(cell) / parameters.getFirst());
            case MISSING -> Float.isNaN(cell) ? 1 : 0;
            case CODE -> cell == parameters.getFirst() ? 1 : 0;
        };
    }

    /** The same with other figures to centre and scale by. */
    Term scaled(double mean, double deviation) {
        return new Term(column, shape, parameters, mean, deviation);
    }
}
