package io.millwright.templates.example;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds the column to predict and reads it. */
final class LabelColumn {

    private LabelColumn() {}

    /** The column that a person chose, else the first whose name suggests it. */
    static String find(TableInput table, OptionValues options) throws TemplateException {
        var role = AverageTemplate.LABEL;
        var chosen = options.text(role.option());
        var fitting = table.columns().stream()
                .filter(column -> role.types().contains(column.type()))
                .map(Column::name)
                .toList();
        if (chosen.isPresent()) {
            if (!fitting.contains(chosen.get())) {
                throw TemplateException.user(
                        "label-not-found",
                        "There is no column of numbers named \"%s\".".formatted(chosen.get()),
                        "Choose one of: %s.".formatted(String.join(", ", fitting)));
            }
            return chosen.get();
        }
        return role.hints().stream()
                .flatMap(hint -> fitting.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(hint)))
                .findFirst()
                .orElseThrow(() -> TemplateException.user(
                        "label-not-found",
                        "No column of numbers has a name that suggests what to predict.",
                        "Choose the column to predict."));
    }

    /** The values that are there, in the order of the rows. */
    static double[] values(TableInput table, String label) throws TemplateException {
        var values = new double[Math.toIntExact(table.rowCount())];
        var count = 0;
        try (var rows = table.open(List.of(label))) {
            while (rows.next()) {
                if (!rows.isMissing(0)) {
                    values[count++] = rows.number(0);
                }
            }
        }
        if (count == 0) {
            throw TemplateException.user(
                    "label-empty",
                    "The column \"%s\" has no value in any row.".formatted(label),
                    "Choose another column, or bring data where it is filled.");
        }
        return Arrays.copyOf(values, count);
    }
}
