package io.millwright.templates.fraud;

import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.learning.encoding.LabelReader;
import io.millwright.templates.learning.encoding.Spellings;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the spellings in a file mean: of the label which is yes, of categories which are told apart.
 *
 * @param plan with the categories filled in
 */
record Outcomes(LabelReader labels, ColumnPlan plan) {

    private static final int FEWEST = 2;

    static Outcomes of(TableInput table, ColumnPlan plan, Notes notes) throws TemplateException {
        List<String> names = new ArrayList<>();
        names.add(plan.label());
        plan.extras().stream()
                .filter(extra -> extra.kind() == Extra.Kind.CATEGORY)
                .forEach(extra -> names.add(extra.name()));
        List<Map<String, Integer>> counts = Spellings.count(table, names);
        LabelReader labels = LabelReader.of(names.getFirst(), counts.getFirst());
        refuseTooFew(names.getFirst(), labels, counts.getFirst());
        List<Extra> extras = new ArrayList<>();
        for (Extra extra : plan.extras()) {
            int at = names.indexOf(extra.name());
            extras.add(
                    at < 1
                            ? extra
                            : new Extra(
                                    extra.name(),
                                    extra.kind(),
                                    Spellings.mostFrequent(counts.get(at), Extra.MOST_CATEGORIES)));
            if (at >= 1 && counts.get(at).size() > Extra.MOST_CATEGORIES) {
                notes.info(
                        "Of \"%s\" the %d most frequent of %,d values are told apart.",
                        extra.name(), Extra.MOST_CATEGORIES, counts.get(at).size());
            }
        }
        return new Outcomes(labels, plan.with(extras));
    }

    private static void refuseTooFew(String column, LabelReader labels, Map<String, Integer> counts)
            throws TemplateException {
        int[] sorts = new int[2];
        counts.forEach((text, count) -> {
            int meaning = labels.meaning(text);
            if (meaning >= 0) {
                sorts[meaning] += count;
            }
        });
        if (sorts[1] < FEWEST || sorts[0] < FEWEST) {
            throw TemplateException.user(
                    "label-too-few",
                    "The label column \"%s\" says yes in %d rows and no in %d: too few to learn from."
                            .formatted(column, sorts[1], sorts[0]),
                    "Bring a file with at least %d rows of each sort, better hundreds.".formatted(FEWEST));
        }
    }
}
