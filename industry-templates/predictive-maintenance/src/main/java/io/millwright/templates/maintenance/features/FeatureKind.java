package io.millwright.templates.maintenance.features;

/** What is told of each channel at each moment, from its past only. */
public enum FeatureKind {
    LEVEL("now") {
        @Override
        public double of(Trend trend, int at, Windows windows) {
            return trend.end(from(at, windows.near()), at);
        }
    },
    MEAN("on average lately") {
        @Override
        public double of(Trend trend, int at, Windows windows) {
            return trend.mean(from(at, windows.middle()), at);
        }
    },
    SLOPE("trend lately") {
        @Override
        public double of(Trend trend, int at, Windows windows) {
            return trend.slope(from(at, windows.middle()), at);
        }
    },
    SLOWER_SLOPE("trend over a longer time") {
        @Override
        public double of(Trend trend, int at, Windows windows) {
            return trend.slope(from(at, windows.far()), at);
        }
    },
    SLOPE_SINCE_START("trend since the start") {
        @Override
        public double of(Trend trend, int at, Windows windows) {
            return trend.slope(0, at);
        }
    };

    private final String words;

    FeatureKind(String words) {
        this.words = words;
    }

    /** What follows the channel's name. */
    public String words() {
        return words;
    }

    /** Whether it is a change per row instead of a value. */
    public boolean isSlope() {
        return this != LEVEL && this != MEAN;
    }

    /** The feature at a position of a channel. */
    public abstract double of(Trend trend, int at, Windows windows);

    private static int from(int at, int window) {
        return Math.max(0, at - window + 1);
    }
}
