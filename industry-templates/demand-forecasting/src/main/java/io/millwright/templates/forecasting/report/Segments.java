package io.millwright.templates.forecasting.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.forecasting.evaluation.Evaluation;
import io.millwright.templates.forecasting.evaluation.Origin;
import io.millwright.templates.forecasting.panel.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Errors of the series that share a product or a place: where forecasts are worth less. */
record Segments(Panel panel, Evaluation evaluation, List<String> keys) {

    private static final int MOST = 20;

    /** The segments, those with the largest errors first; empty where no key is shared by several series. */
    Optional<Chart> chart() {
        List<List<String>> rows = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            Map<String, Sums> sums = sums(key);
            if (sums.size() > 1 && 2L * sums.size() <= panel.series().size()) {
                String name = keys.get(key);
                sums.entrySet().stream()
                        .sorted(Comparator.comparingDouble((Map.Entry<String, Sums> each) -> -each.getValue().error)
                                .thenComparing(Map.Entry::getKey))
                        .limit(MOST)
                        .forEach(each -> rows.add(each.getValue().row(name, each.getKey())));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Grid(
                        "segments",
                        "Where the errors are; the largest in sum first",
                        List.of("Column", "Value", "Volume", "WAPE", "WAPE of last season", "Bias"),
                        rows));
    }

    private Map<String, Sums> sums(int key) {
        Map<String, Sums> sums = new HashMap<>();
        for (int moment = 0; moment < evaluation.origins().size(); moment++) {
            Origin origin = evaluation.origins().get(moment);
            for (int at = 0; at < origin.series().length; at++) {
                String value = panel.series().get(origin.series()[at]).keys().get(key);
                sums.computeIfAbsent(value, unseen -> new Sums())
                        .add(origin.came()[at], evaluation.paths().get(moment)[at], origin.naive(at));
            }
        }
        return sums;
    }

    private static final class Sums {
        private double came;
        private double error;
        private double naive;
        private double said;

        void add(double[] truth, double[] path, double[] reference) {
            for (int step = 0; step < truth.length; step++) {
                if (Double.isNaN(truth[step])) {
                    continue;
                }
                came += Math.abs(truth[step]);
                error += Math.abs(truth[step] - path[step]);
                naive += Math.abs(truth[step] - reference[step]);
                said += path[step] - truth[step];
            }
        }

        List<String> row(String column, String value) {
            return List.of(
                    column,
                    value,
                    String.format(Locale.ROOT, "%,.0f", came),
                    percent(error),
                    percent(naive),
                    percent(said));
        }

        private String percent(double sum) {
            return came > 0 ? String.format(Locale.ROOT, "%.1f %%", 100 * sum / came) : "-";
        }
    }
}
