package io.millwright.templates.learning.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A parameter and the values it may take. Samplers see each as a position between 0 and 1. */
public sealed interface Dimension {
    String name();

    /**
     * The value at a position, as text.
     *
     * @param position 0 to 1
     */
    String value(double position);

    /** The position of a value; the middle of its step where values come in steps. */
    double position(String value);

    /** A number, every one as likely as the next. */
    record Decimal(String name, double minimum, double maximum) implements Dimension {
        public Decimal {
            requireOrder(name, minimum < maximum);
        }

        @Override
        public String value(double position) {
            return text(minimum + position * (maximum - minimum), minimum, maximum);
        }

        @Override
        public double position(String value) {
            return inside((Double.parseDouble(value) - minimum) / (maximum - minimum));
        }
    }

    /** A positive number, every order of magnitude as likely as the next. */
    record LogDecimal(String name, double minimum, double maximum) implements Dimension {
        public LogDecimal {
            requireOrder(name, 0 < minimum && minimum < maximum);
        }

        @Override
        public String value(double position) {
            return text(minimum * Math.pow(maximum / minimum, position), minimum, maximum);
        }

        @Override
        public double position(String value) {
            return inside(Math.log(Double.parseDouble(value) / minimum) / Math.log(maximum / minimum));
        }
    }

    /** A whole number, both ends included. */
    record Whole(String name, int minimum, int maximum) implements Dimension {
        public Whole {
            requireOrder(name, minimum <= maximum);
        }

        @Override
        public String value(double position) {
            int steps = maximum - minimum + 1;
            return Integer.toString(minimum + Math.min(steps - 1, (int) (position * steps)));
        }

        @Override
        public double position(String value) {
            return inside((Integer.parseInt(value) - minimum + 0.5) / (maximum - minimum + 1));
        }
    }

    /** One of some words, without an order. */
    record Choice(String name, List<String> values) implements Dimension {
        public Choice {
            values = List.copyOf(values);
            requireOrder(name, !values.isEmpty());
        }

        @Override
        public String value(double position) {
            return values.get(index(position));
        }

        @Override
        public double position(String value) {
            return (Math.max(0, values.indexOf(value)) + 0.5) / values.size();
        }

        int index(double position) {
            return Math.min(values.size() - 1, (int) (position * values.size()));
        }
    }

    private static void requireOrder(String name, boolean ordered) {
        if (!ordered) {
            throw new IllegalArgumentException("the values of parameter " + name + " are none or out of order");
        }
    }

    private static double inside(double position) {
        return Math.max(0, Math.min(1, position));
    }

    /** Four digits: people compare trials, and the fifth never matters. */
    private static String text(double value, double minimum, double maximum) {
        double rounded = new BigDecimal(value).round(new MathContext(4)).doubleValue();
        return Double.toString(Math.max(minimum, Math.min(maximum, rounded)));
    }
}
