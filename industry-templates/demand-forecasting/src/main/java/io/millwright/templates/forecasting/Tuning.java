package io.millwright.templates.forecasting;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.templates.forecasting.evaluation.Backtest;
import io.millwright.templates.forecasting.evaluation.ErrorUnit;
import io.millwright.templates.forecasting.evaluation.ScaledErrors;
import io.millwright.templates.forecasting.learned.Effort;
import io.millwright.templates.forecasting.learned.Learner;
import io.millwright.templates.forecasting.learned.Trees;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.Sampler;
import io.millwright.templates.learning.search.Schedule;
import io.millwright.templates.learning.search.Search;
import io.millwright.templates.learning.search.SearchJournal;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.learning.search.Space;
import io.millwright.templates.learning.workers.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Searches how trees are best grown, by trials that are judged at the moments inside the data. */
final class Tuning {

    static final int TRIALS = 8;

    private static final Chart.Axis OBJECTIVE = new Chart.Axis("Scaled error of the trees", "");
    private static final Space SPACE = Space.empty()
            .logDecimal("learningRate", 0.02, 0.12)
            .whole("depth", 4, 10)
            .logDecimal("leaf", 3, 60)
            .decimal("columns", 0.25, 0.9)
            .logDecimal("memory", 0.2, 2);

    private Tuning() {}

    static SearchOutcome run(TrainingContext context, double from, double to) throws InterruptedException {
        Search search = new Search(
                SPACE,
                Sampler.parzen(),
                Schedule.full(TRIALS),
                context.seed(),
                List.of(Effort.usual().parameters()));
        return search.run(
                context.trials(),
                new SearchJournal(context.checkpoints(), context.scratch().resolve("search")),
                (ended, expected, best) -> context.progress()
                        .update(
                                Math.min(to, from + (to - from) * ended / expected),
                                "Searching: %d of %d trials".formatted(ended, expected)));
    }

    static Chart.Trials chart(SearchOutcome outcome) {
        return outcome.chart("What was tried to make the error of the trees small", OBJECTIVE);
    }

    /** The effort with the best parameters found, or as it was where every trial was lost. */
    static Lesson best(Lesson lesson, SearchOutcome outcome) {
        return outcome.best()
                .map(found -> lesson.with(Effort.of(found.trial().parameters())))
                .orElse(lesson);
    }

    static void trial(TrialContext context) throws TemplateException, InterruptedException {
        Settings settings = Settings.of(context.options());
        Reading reading = Reading.of(context, settings, new Notes());
        Workers workers = Workers.of(context.resources().cpus(), Histories.MOST_THREADS);
        Lesson lesson = Lesson.of("balanced")
                .on(TreeDevice.of(context.resources().gpus()))
                .with(Effort.of(context.trial().parameters()));
        Learner learner = lesson.learner(reading, workers);
        Histories histories = new Histories(reading.panel().values(), reading.periods(), workers);
        Backtest backtest =
                new Backtest(histories, reading.seen(), reading.horizon(), Settings.origins(settings.preset()));
        Trees trees = lesson.learn(
                learner,
                backtest.backs().getLast(),
                1,
                context.seed(),
                context.scratch().resolve("trial.ubj"));
        context.progress().update(0.8, "Judging at moments inside the data");
        double sum = 0;
        int count = 0;
        for (int back : backtest.backs()) {
            int[] series = backtest.judged(back);
            double[][] paths = learner.forecast(trees, series, back, reading.horizon());
            for (int at = 0; at < series.length; at++) {
                double[] values = histories.values()[series[at]];
                double[] past = Arrays.copyOf(values, values.length - back);
                double[] came =
                        Arrays.copyOfRange(backtest.seen()[series[at]], past.length, past.length + reading.horizon());
                Members.keepPossible(paths[at], past);
                ErrorUnit unit = ErrorUnit.of(past, histories.season());
                double error = unit.intermittent()
                        ? ScaledErrors.rmsse(came, paths[at], unit.scale())
                        : ScaledErrors.mase(came, paths[at], unit.scale());
                if (Double.isFinite(error)) {
                    sum += error;
                    count++;
                }
            }
        }
        if (count == 0) {
            throw TemplateException.user(
                    "histories-too-short",
                    "No series is long enough to judge forecasts %d steps ahead.".formatted(reading.horizon()),
                    "Bring a longer history, or set fewer steps ahead.");
        }
        context.result(sum / count, Map.of("forecasts", (double) count));
    }
}
