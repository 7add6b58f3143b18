package io.millwright.templates.forecasting.members;

/** Whether a series is seen in logarithms, where its changes are shares, or as it is. */
enum Scale {
    LOGARITHM,
    PLAIN;

    /** Logarithms only where every value is positive. */
    static Scale of(double[] values) {
        for (double value : values) {
            if (!(value > 0)) {
                return PLAIN;
            }
        }
        return LOGARITHM;
    }

    double[] to(double[] values) {
        double[] result = values.clone();
        if (this == LOGARITHM) {
            for (int at = 0; at < result.length; at++) {
                result[at] = Math.log(result[at]);
            }
        }
        return result;
    }

    double[] back(double[] values) {
        double[] result = values.clone();
        if (this == LOGARITHM) {
            for (int at = 0; at < result.length; at++) {
                result[at] = Math.exp(result[at]);
            }
        }
        return result;
    }
}
