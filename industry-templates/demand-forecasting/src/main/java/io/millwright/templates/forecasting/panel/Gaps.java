package io.millwright.templates.forecasting.panel;

import java.util.Arrays;

/** How steps without a value are filled. */
public enum Gaps {
    /** Nothing was sold where there is no row. */
    ZERO,
    /** The value was not written down: between its neighbours. */
    BETWEEN;

    private static final double MANY = 0.02;
    private static final double OF_AMOUNTS = 0.3;

    /** Zeros that were written down all the same, and goods that came back, for each gap. */
    private static final double EXCEPTIONS = 0.05;

    /**
     * Rows are left out where nothing happened when there are many gaps and (nearly) no zero or negative figure; amounts need
     * more gaps than counts.
     */
    public static Gaps found(Panel panel) {
        boolean whole = panel.series().stream()
                .flatMapToDouble(each -> Arrays.stream(each.values()))
                .allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
        long nothing = panel.series().stream()
                .flatMapToDouble(each -> Arrays.stream(each.values()))
                .filter(value -> value <= 0)
                .count();
        return nothing <= EXCEPTIONS * panel.gaps() && panel.gaps() > (whole ? MANY : OF_AMOUNTS) * panel.cells()
                ? ZERO
                : BETWEEN;
    }

    public Panel fill(Panel panel) {
        return new Panel(
                panel.clock(),
                panel.series().stream()
                        .map(each -> each.withValues(fill(each.values())))
                        .toList(),
                panel.newcomers());
    }

    double[] fill(double[] values) {
        double[] filled = values.clone();
        int last = -1;
        for (int at = 0; at < filled.length; at++) {
            if (Double.isNaN(values[at])) {
                filled[at] = 0;
                continue;
            }
            if (this == BETWEEN) {
                for (int gap = last + 1; gap < at; gap++) {
                    double share = last < 0 ? 1 : (double) (gap - last) / (at - last);
                    filled[gap] = (last < 0 ? 0 : (1 - share) * values[last]) + share * values[at];
                }
            }
            last = at;
        }
        for (int gap = last + 1; this == BETWEEN && last >= 0 && gap < filled.length; gap++) {
            filled[gap] = values[last];
        }
        return filled;
    }
}
