package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.panel.Series;
import java.util.Arrays;
import java.util.List;

/** What trees are grown to say of a value, so that series of any size are alike. */
public enum Measure {
    /** The logarithm over the recent mean one: changes are shares. For values above zero. */
    LOGARITHM {
        @Override
        double of(double value) {
            return Math.log(value);
        }

        @Override
        double back(double value) {
            return Math.exp(Math.clamp(value, -700, 700));
        }
    },
    /** The distance from the recent mean, over the recent mean size. */
    SHARE {
        @Override
        double of(double value) {
            return value;
        }

        @Override
        double back(double value) {
            return value;
        }
    };

    abstract double of(double value);

    abstract double back(double value);

    /** Logarithms only where every value is positive. */
    static Measure of(List<Series> series) {
        return series.stream()
                        .flatMapToDouble(each -> Arrays.stream(each.values()))
                        .allMatch(value -> Double.isNaN(value) || value > 0)
                ? LOGARITHM
                : SHARE;
    }
}
