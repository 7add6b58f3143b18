package io.millwright.templates.forecasting;

import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;

/**
 * A panel with those columns beside its values that are really known ahead: a column that is empty in the steps ahead of the
 * file is not, nor is one that goes up and down with the value as if it were counted with it.
 */
record Known(ColumnPlan plan, Panel panel) {

    /** Prices and weather do not follow demand so closely; revenue and customers do. */
    private static final double TOO_GOOD = 0.9;

    /** @param found whether columns were found rather than named by a person */
    static Known of(Panel read, ColumnPlan plan, boolean found, Notes notes) {
        List<Integer> kept = new ArrayList<>();
        boolean ahead = read.stepsTold() > 0;
        for (int column = 0; column < plan.known().size(); column++) {
            Covariate covariate = plan.known().get(column);
            if (ahead && !toldAhead(read, column)) {
                notes.warn(
                        "\"%s\" is empty in the steps ahead, so it is not known ahead and is left out.",
                        covariate.name());
            } else if (found
                    && !ahead
                    && covariate.kind() == Covariate.Kind.NUMBER
                    && likeness(read, column) > TOO_GOOD) {
                notes.warn(
                        "\"%s\" goes up and down with the value; it looks as if it became known only with it, and is left out. "
                                + "Name it under \"Known ahead\" if it is known before.",
                        covariate.name());
            } else {
                kept.add(column);
            }
        }
        List<Covariate> columns = kept.stream().map(plan.known()::get).toList();
        return new Known(plan.withKnown(columns), read.withColumns(kept));
    }

    private static boolean toldAhead(Panel panel, int column) {
        long end = panel.end();
        return java.util.stream.Stream.concat(panel.series().stream(), panel.newcomers().stream())
                .anyMatch(series -> {
                    float[] values = series.beside()[column];
                    for (int cell = (int) Math.max(0, end - series.start()); cell < values.length; cell++) {
                        if (!Float.isNaN(values[cell])) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** Correlation with the value within series, over all of them. */
    private static double likeness(Panel panel, int column) {
        double product = 0;
        double own = 0;
        double other = 0;
        for (Series series : panel.series()) {
            double[] values = series.values();
            float[] beside = series.beside()[column];
            double mean = 0;
            double besideMean = 0;
            int count = 0;
            for (int cell = 0; cell < values.length; cell++) {
                if (!Double.isNaN(values[cell]) && !Float.isNaN(beside[cell])) {
                    mean += values[cell];
                    besideMean += beside[cell];
                    count++;
                }
            }
            double size = Math.max(Math.abs(mean), 1e-300);
            double besideSize = Math.max(Math.abs(besideMean), 1e-300);
            for (int cell = 0; cell < values.length; cell++) {
                if (!Double.isNaN(values[cell]) && !Float.isNaN(beside[cell])) {
                    double one = (values[cell] - mean / count) / size;
                    double two = (beside[cell] - besideMean / count) / besideSize;
                    product += one * two;
                    own += one * one;
                    other += two * two;
                }
            }
        }
        return own > 0 && other > 0 ? product / Math.sqrt(own * other) : 0;
    }
}
