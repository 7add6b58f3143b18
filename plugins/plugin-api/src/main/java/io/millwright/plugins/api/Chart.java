package io.millwright.plugins.api;

import java.util.List;

/**
 * A picture of a report, as data. Pages decide how it looks.
 */
public sealed interface Chart {

    /** Stable identity, lower camel case. */
    String name();

    /** A finding or a question, in plain words. */
    String title();

    /**
     * One or more lines over a common axis.
     *
     * @param kind what the lines are, so that a page can show them at their best
     */
    record Lines(String name, String title, Kind kind, Axis x, Axis y, List<Series> series) implements Chart {
        public Lines {
            series = List.copyOf(series);
        }

        /** Well-known sorts of lines. */
        public enum Kind {
            PRECISION_RECALL,
            ROC,
            CALIBRATION,
            LEARNING,
            OTHER
        }
    }

    /** Labelled amounts, largest first, e.g. feature importance. */
    record Bars(String name, String title, String unit, List<Bar> bars) implements Chart {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * What each choice of a threshold means, for a page where people move it.
     *
     * @param columns titles and units of the figures, the threshold itself first
     * @param rows one row per threshold, ascending; as many figures as columns
     * @param chosen index of the row that the template recommends
     */
    record Threshold(String name, String title, List<Axis> columns, List<List<Double>> rows, int chosen)
            implements Chart {
        public Threshold {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A table of words and figures. */
    record Grid(String name, String title, List<String> columns, List<List<String>> rows) implements Chart {
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** @param unit {@code "%"} for shares given as 0 to 1, {@code ""} for plain numbers, else a symbol */
    record Axis(String title, String unit) {}

    /** A line: {@code x} and {@code y} of equal length, at most {@value #MAX_POINTS} points. */
    record Series(String title, List<Double> x, List<Double> y) {
        public static final int MAX_POINTS = 2_000;

        public Series {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() != y.size() || x.size() > MAX_POINTS) {
                throw new IllegalArgumentException("series " + title + " needs equal lengths of at most " + MAX_POINTS);
            }
        }
    }

    /** A labelled amount. */
    record Bar(String label, double value) {}
}
