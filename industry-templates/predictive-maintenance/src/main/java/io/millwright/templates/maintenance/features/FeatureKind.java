package io.millwright.templates.maintenance.features;

/** What is told of each channel at each moment, from its past only. */
public enum FeatureKind {
    LEVEL("now") {
        @Override
        double of(Trend trend, int at, Windows windows) {
            return trend.end(from(at, windows.near()), at);
        }
    },
    MEAN("on average lately") {
        @Override
        double of(Trend trend, int at, Windows windows) {
            return trend.mean(from(at, windows.middle()), at);
        }
    },
    SLOPE("trend lately") {
        @Override
        double of(Trend trend, int at, Windows windows) {
            return trend.slope(from(at, windows.middle()), at);
        }
    },
    SLOWER_SLOPE("trend over a longer time") {
        @Override
        double of(Trend trend, int at, Windows windows) {
            return trend.slope(from(at, windows.far()), at);
        }
    },
    SLOPE_SINCE_START("trend since the start") {
        @Override
        double of(Trend trend, int at, Windows windows) {
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

    abstract double of(Trend trend, int at, Windows windows);

    private static int from(int at, int window) {
        return Math.max(0, at - window + 1);
    }
}
