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

    /**
     * Forecasts or estimates with what became known, item by item: a page shows one at a time, searches by title, and puts
     * the worst first.
     *
     * @param x common to all items; unit {@code "time"} for seconds since 1970-01-01T00:00:00Z
     * @param fans at most {@value #MAX_FANS}
     */
    record Fans(String name, String title, Axis x, Axis y, List<Fan> fans) implements Chart {
        public static final int MAX_FANS = 200;

        public Fans {
            fans = List.copyOf(fans);
            if (fans.size() > MAX_FANS) {
                throw new IllegalArgumentException("chart " + name + " has more than " + MAX_FANS + " fans");
            }
        }
    }

    /**
     * How often what was taken for what.
     *
     * @param classes in the order of rows and columns
     * @param counts row: the truth, column: what was said
     */
    record Confusion(String name, String title, List<String> classes, List<List<Long>> counts) implements Chart {
        public Confusion {
            classes = List.copyOf(classes);
            counts = counts.stream().map(List::copyOf).toList();
            int size = classes.size();
            if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
                throw new IllegalArgumentException("confusion " + name + " needs a square of " + size + " counts");
            }
        }
    }

    /** Images with words, in groups that keep their order, e.g. hits, misses, strangers. */
    record Gallery(String name, String title, List<Picture> pictures) implements Chart {
        public static final int MAX_PICTURES = 120;

        public Gallery {
            pictures = List.copyOf(pictures);
            if (pictures.size() > MAX_PICTURES) {
                throw new IllegalArgumentException("gallery " + name + " has more than " + MAX_PICTURES + " pictures");
            }
        }
    }

    /**
     * All trials of a training, for comparison.
     *
     * @param objective what was made small
     * @param chosen number of the trial that the model was trained with, 0 when none was better than the defaults
     */
    record Trials(String name, String title, Axis objective, List<TrialResult> results, int chosen) implements Chart {
        public Trials {
            results = List.copyOf(results);
        }
    }

    /**
     * One item of {@link Fans}.
     *
     * @param title what people call it, e.g. "Engine 24"
     * @param badness orders the items, largest first, e.g. the error
     * @param facts short sentences beside the picture
     * @param actual what happened, as far as known
     * @param expected the middle of the forecast
     * @param bands intervals around it, the widest first
     */
    record Fan(String title, double badness, List<String> facts, Series actual, Series expected, List<Band> bands) {
        public Fan {
            facts = List.copyOf(facts);
            bands = List.copyOf(bands);
        }
    }

    /**
     * An interval along the x axis of a {@link Fan}'s {@code expected}, point by point.
     *
     * @param level probability that the truth lies within, 0 to 1
     */
    record Band(double level, List<Double> lower, List<Double> upper) {
        public Band {
            lower = List.copyOf(lower);
            upper = List.copyOf(upper);
            if (lower.size() != upper.size() || lower.size() > Series.MAX_POINTS) {
                throw new IllegalArgumentException("a band needs as many lower as upper limits");
            }
        }
    }

    /**
     * An image with words.
     *
     * @param group heading it stands under
     * @param caption a few words, e.g. "pneumonia, 97 %"
     * @param detail a sentence, e.g. the file's path and why it is here
     * @param image a PNG of at most {@value #MAX_BYTES} bytes in Base64
     * @param overlay a PNG of the same size in Base64 to lay over it, e.g. saliency; empty without one
     */
    record Picture(String group, String caption, String detail, String image, String overlay) {
        public static final int MAX_BYTES = 48 << 10;

        public Picture {
            int most = (MAX_BYTES + 2) / 3 * 4;
            if (image.isEmpty() || image.length() > most || overlay.length() > most) {
                throw new IllegalArgumentException("a picture needs an image of at most " + MAX_BYTES + " bytes");
            }
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
