package io.millwright.templates.learning.search;

import java.util.Arrays;
import java.util.Random;

/**
 * A bell over each choice and a flat one over everything, cut to 0 to 1. A bell reaches to the farther of its two neighbours:
 * where choices crowd, it is narrow.
 *
 * @param centres rising
 * @param widths standard deviations
 */
record ParzenDensity(double[] centres, double[] widths) implements Density {
    private static final double NARROWEST = 100;
    private static final double PRIOR_CENTRE = 0.5;
    private static final double PRIOR_WIDTH = 1;

    static ParzenDensity of(double[] positions) {
        int count = positions.length + 1;
        double[] centres = Arrays.copyOf(positions, count);
        centres[count - 1] = PRIOR_CENTRE;
        Arrays.sort(centres);
        int prior = Arrays.binarySearch(centres, PRIOR_CENTRE);
        double narrowest = 1 / Math.min(NARROWEST, count + 1.0);
        double[] widths = new double[count];
        for (int at = 0; at < count; at++) {
            double below = at == 0 ? centres[at] : centres[at] - centres[at - 1];
            double above = at == count - 1 ? 1 - centres[at] : centres[at + 1] - centres[at];
            widths[at] = at == prior ? PRIOR_WIDTH : Math.clamp(Math.max(below, above), narrowest, PRIOR_WIDTH);
        }
        return new ParzenDensity(centres, widths);
    }

    @Override
    public double at(double position) {
        double sum = 0;
        for (int bell = 0; bell < centres.length; bell++) {
            double z = (position - centres[bell]) / widths[bell];
            double inside = below((1 - centres[bell]) / widths[bell]) - below(-centres[bell] / widths[bell]);
            sum += Math.exp(-z * z / 2) / (widths[bell] * Math.sqrt(2 * Math.PI) * inside);
        }
        return sum / centres.length;
    }

    @Override
    public double draw(Random random) {
        int bell = random.nextInt(centres.length);
        double drawn = Double.NaN;
        while (!(drawn >= 0 && drawn <= 1)) {
            drawn = centres[bell] + widths[bell] * random.nextGaussian();
        }
        return drawn;
    }

    /** The standard normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
    private static double below(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z > 0 ? 1 - tail : tail;
    }
}
