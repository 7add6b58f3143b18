package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.search.Sampler;
import io.millwright.templates.learning.search.Schedule;
import io.millwright.templates.learning.search.Search;
import io.millwright.templates.learning.search.SearchJournal;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.learning.search.Space;
import io.millwright.templates.maintenance.life.Effort;
import io.millwright.templates.maintenance.life.LifeErrors;
import io.millwright.templates.maintenance.life.LifeEvaluation;
import io.millwright.templates.maintenance.life.LifeLearner;
import io.millwright.templates.maintenance.report.Notes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Searches how trees are best grown for a fleet, by trials that are judged on machines held out of the training data. */
final class Tuning {

    static final int TRIALS = 12;

    private static final int FOLDS = 3;
    private static final Chart.Axis OBJECTIVE = new Chart.Axis("Error of the remaining life (RMSE)", "");
    private static final Space SPACE = Space.empty()
            .whole("depth", 3, 8)
            .logDecimal("minimumChildWeight", 5, 200)
            .decimal("rowShare", 0.4, 0.9)
            .decimal("columnShare", 0.1, 0.6)
            .logDecimal("lambda", 0.5, 50);
    private static final Map<String, String> DEFAULTS = Map.of(
            "depth", "6", "minimumChildWeight", "30.0", "rowShare", "0.6", "columnShare", "0.2", "lambda", "5.0");

    private Tuning() {}

    static SearchOutcome run(TrainingContext context, double from, double to) throws InterruptedException {
        Search search = new Search(SPACE, Sampler.parzen(), Schedule.full(TRIALS), context.seed(), List.of(DEFAULTS));
        return search.run(
                context.trials(),
                new SearchJournal(context.checkpoints(), context.scratch().resolve("search")),
                (ended, expected, best) -> context.progress()
                        .update(
                                Math.min(to, from + (to - from) * ended / expected),
                                "Searching: %d of %d trials".formatted(ended, expected)));
    }

    static Chart.Trials chart(SearchOutcome outcome) {
        return outcome.chart("What was tried to make the error small", OBJECTIVE);
    }

    /** The effort with the best parameters found, or as it was where every trial was lost. */
    static Effort best(Effort effort, SearchOutcome outcome) {
        return outcome.best()
                .map(found ->
                        effort.with(options(effort.options(), found.trial().parameters())))
                .orElse(effort);
    }

    static void trial(TrialContext context) throws TemplateException, InterruptedException {
        Settings settings = Settings.of(context.options());
        Reading reading = Reading.of(context, new Notes());
        Effort effort = Effort.of("best").withRounds(settings.rounds());
        effort = new Effort(
                1, 1, FOLDS, options(effort.options(), context.trial().parameters()));
        int each = effort.options().rounds();
        double all = (double) FOLDS * each;
        LifeLearner learner = new LifeLearner(
                reading.fleet(), reading.remaining(), reading.conditions(), settings.horizon(), context.seed());
        LifeEvaluation evaluation = LifeEvaluation.of(
                reading.fleet(),
                reading.remaining(),
                learner,
                effort,
                context.seed(),
                (member, round) ->
                        context.progress().update(Math.min(1, (member * each + round) / all), "Growing trees"));
        LifeErrors errors = LifeErrors.of(
                pick(evaluation.estimates(), evaluation.judged()),
                pick(reading.remaining(), evaluation.judged()),
                evaluation.cut());
        context.result(errors.rmse(), Map.of("meanAbsoluteError", errors.mae()));
    }

    static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static BoostingOptions options(BoostingOptions base, Map<String, String> found) {
        return new BoostingOptions(
                base.rounds(),
                base.patience(),
                base.learningRate(),
                Integer.parseInt(found.getOrDefault("depth", "6")),
                number(found, "minimumChildWeight"),
                number(found, "rowShare"),
                number(found, "columnShare"),
                number(found, "lambda"),
                base.bins(),
                base.seed(),
                base.threads(),
                base.objective());
    }

    private static double number(Map<String, String> found, String name) {
        return Double.parseDouble(found.getOrDefault(name, DEFAULTS.getOrDefault(name, "1")));
    }
}
