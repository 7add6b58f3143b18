package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeShape;
import io.millwright.templates.learning.search.Sampler;
import io.millwright.templates.learning.search.Schedule;
import io.millwright.templates.learning.search.Search;
import io.millwright.templates.learning.search.SearchJournal;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.learning.search.Space;
import java.util.List;
import java.util.Map;

/** Searches how trees are best grown, by trials that are judged on what is held out of the training data. */
final class Tuning {

    static final int TRIALS = 12;

    /** Parts that a trial holds out in turn. */
    static final int FOLDS = 3;

    private Tuning() {}

    /**
     * @param start what is tried first
     * @param leastChildWeight rare failures need small leaves, amounts with noise need large ones
     */
    static SearchOutcome run(
            TrainingContext context, BoostingOptions start, double leastChildWeight, double from, double to)
            throws InterruptedException {
        Space space = Space.empty()
                .whole("depth", 3, 8)
                .logDecimal("minimumChildWeight", leastChildWeight, 200)
                .decimal("rowShare", 0.4, 0.9)
                .decimal("columnShare", 0.1, 0.6)
                .logDecimal("lambda", 0.5, 50);
        Map<String, String> first = Map.of(
                "depth",
                Integer.toString(start.shape().depth()),
                "minimumChildWeight",
                Double.toString(start.shape().minimumChildWeight()),
                "rowShare",
                Double.toString(start.sampling().rows()),
                "columnShare",
                Double.toString(start.sampling().columns()),
                "lambda",
                Double.toString(start.shape().lambda()));
        Search search = new Search(space, Sampler.parzen(), Schedule.full(TRIALS), context.seed(), List.of(first));
        return search.run(
                context.trials(),
                new SearchJournal(context.checkpoints(), context.scratch().resolve("search")),
                (ended, expected, best) -> context.progress()
                        .update(
                                Math.min(to, from + (to - from) * ended / expected),
                                "Searching: %d of %d trials".formatted(ended, expected)));
    }

    /** @param objective what was made small */
    static Chart.Trials chart(SearchOutcome outcome, String objective) {
        return outcome.chart("What was tried to make the error small", new Chart.Axis(objective, ""));
    }

    /** The best parameters found, or the options as they were where every trial was lost. */
    static BoostingOptions best(BoostingOptions options, SearchOutcome outcome) {
        return outcome.best()
                .map(found -> options(options, found.trial().parameters()))
                .orElse(options);
    }

    /** The options with what was found; what was not found is as it was. */
    static BoostingOptions options(BoostingOptions base, Map<String, String> found) {
        TreeShape shape = new TreeShape(
                Integer.parseInt(found.getOrDefault(
                        "depth", Integer.toString(base.shape().depth()))),
                number(found, "minimumChildWeight", base.shape().minimumChildWeight()),
                number(found, "lambda", base.shape().lambda()),
                base.shape().bins());
        Sampling sampling = new Sampling(
                number(found, "rowShare", base.sampling().rows()),
                number(found, "columnShare", base.sampling().columns()));
        return base.with(shape).with(sampling);
    }

    private static double number(Map<String, String> found, String name, double otherwise) {
        return Double.parseDouble(found.getOrDefault(name, Double.toString(otherwise)));
    }
}
