package io.millwright.templates.forecasting.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.forecasting.hierarchy.Method;
import io.millwright.templates.forecasting.hierarchy.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How wrong totals are at each level, by the method that makes forecasts add up. */
public final class LevelErrors {

    private LevelErrors() {}

    public static Chart chart(Totals totals) {
        List<String> columns = new ArrayList<>(List.of("Level"));
        for (Method method : Method.values()) {
            columns.add(method.words() + (method == totals.agreement().method() ? " (used)" : ""));
        }
        List<List<String>> rows = new ArrayList<>();
        totals.errors().forEach((level, errors) -> {
            List<String> row = new ArrayList<>(List.of(level));
            Arrays.stream(Method.values())
                    .map(method -> String.format(Locale.ROOT, "%.1f %%", 100 * errors.getOrDefault(method, Double.NaN)))
                    .forEach(row::add);
            rows.add(row);
        });
        return new Chart.Grid(
                "levels", "What totals are off by (WAPE), by the way they are made to add up", columns, rows);
    }
}
