package io.millwright.templates.fraud.fairness;

/**
 * How alerts do in one group.
 *
 * @param rows of the group that were judged
 * @param cases of them that are positive
 * @param alerts of them that are alerts
 * @param right alerts that are positive
 */
record GroupFigures(String name, int rows, int cases, int alerts, int right) {

    /** Share of the rows that raise an alert. */
    Share alertRate() {
        return new Share(alerts, rows);
    }

    /** Share of the positive rows that raise an alert. */
    Share recall() {
        return new Share(right, cases);
    }

    /** Share of the genuine rows that raise an alert. */
    Share falseAlarmRate() {
        return new Share(alerts - right, rows - cases);
    }

    /** Share of the alerts that are positive. */
    Share precision() {
        return new Share(right, alerts);
    }

    /** So many of so many. */
    record Share(int part, int whole) {

        /** Below, a share says little. */
        private static final int ENOUGH = 20;
        /** Distances beyond happen by chance once in a hundred comparisons. */
        private static final double SURE = 2.58;

        double value() {
            return (double) part / whole;
        }

        boolean enough() {
            return whole >= ENOUGH;
        }

        /** Whether chance alone would hardly explain the difference (test of two proportions). */
        boolean differs(Share other) {
            double common = (double) (part + other.part) / (whole + other.whole);
            double spread = Math.sqrt(common * (1 - common) * (1.0 / whole + 1.0 / other.whole));
            return spread > 0 && Math.abs(value() - other.value()) > SURE * spread;
        }
    }
}
