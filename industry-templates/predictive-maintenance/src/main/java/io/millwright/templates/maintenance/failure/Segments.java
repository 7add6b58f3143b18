package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Categories;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** How alarms do in parts of the judged rows: by words and by condition. A mean can hide a part that is missed. */
final class Segments {

    private static final int MOST_WORDS = 8;
    private static final int MOST_CONDITIONS = 20;

    private final Question question;
    private final Cases cases;
    private final FailureEvaluation evaluation;
    private final double threshold;
    private final List<List<String>> rows = new ArrayList<>();

    Segments(Question question, Cases cases, FailureEvaluation evaluation, double threshold) {
        this.question = question;
        this.cases = cases;
        this.evaluation = evaluation;
        this.threshold = threshold;
    }

    /** Without rows where there are neither words nor conditions. */
    Chart.Grid chart() throws TemplateException {
        Categories categories = Categories.of(question.table(), question.plan().categories());
        float[][] codes = categories.read(question.table(), question.profile(), question.fleet());
        for (int column = 0; column < codes.length; column++) {
            List<String> words = categories.words().get(column);
            float[] values = codes[column];
            for (int word = 0; word < Math.min(MOST_WORDS, words.size()); word++) {
                int code = word;
                add(categories.columns().get(column) + ": " + words.get(word), row -> values[row] == code);
            }
        }
        Conditions conditions = Conditions.of(question.fleet());
        if (conditions.count() > 2) {
            int[] condition =
                    conditions.of(question.fleet(), 0, question.fleet().rows());
            for (int one = 1; one < Math.min(MOST_CONDITIONS, conditions.count()); one++) {
                int number = one;
                add("Condition " + number, row -> condition[row] == number);
            }
        }
        return new Chart.Grid(
                "segments",
                "How alarms do in parts of the rows",
                List.of("Part", "Rows", "Failures", "Alarms", "Failures found", "Alarms that are right"),
                rows);
    }

    private void add(String name, IntPredicate inside) {
        Alarms alarms = Alarms.of(
                evaluation, threshold, at -> inside.test(cases.rows()[evaluation.judged()[at]]));
        if (alarms.rows() > 0) {
            rows.add(List.of(
                    name,
                    whole(alarms.rows()),
                    whole(alarms.failures()),
                    whole(alarms.count()),
                    alarms.failures() == 0 ? "-" : percent(alarms.recall()),
                    alarms.count() == 0 ? "-" : percent(alarms.precision())));
        }
    }

    private static String whole(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
