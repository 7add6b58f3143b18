package io.millwright.templates.imaging.network;

/**
 * Learning rate and momentum over a training, up and down once (Smith and Topin 2019), along cosines.
 *
 * @param steps of the whole training
 * @param highest learning rate
 */
record OneCycle(int steps, double highest) {

    private static final double WARM = 0.3;
    private static final double FIRST = 1.0 / 25;
    private static final double LAST = 1e-4 / 25;
    private static final double MOST_MOMENTUM = 0.95;
    private static final double LEAST_MOMENTUM = 0.85;

    double rate(int step) {
        double top = WARM * steps;
        return step < top
                ? between(highest * FIRST, highest, step / top)
                : between(highest, highest * LAST, (step - top) / Math.max(1, steps - top));
    }

    double momentum(int step) {
        double top = WARM * steps;
        return step < top
                ? between(MOST_MOMENTUM, LEAST_MOMENTUM, step / top)
                : between(LEAST_MOMENTUM, MOST_MOMENTUM, (step - top) / Math.max(1, steps - top));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * (1 - StrictMath.cos(Math.PI * Math.min(1, share))) / 2;
    }
}
