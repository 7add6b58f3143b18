package io.millwright.templates.forecasting;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.forecasting.evaluation.Accuracy;
import io.millwright.templates.forecasting.evaluation.Backtest;
import io.millwright.templates.forecasting.evaluation.Choice;
import io.millwright.templates.forecasting.evaluation.Evaluation;
import io.millwright.templates.forecasting.evaluation.Origin;
import io.millwright.templates.forecasting.hierarchy.Levels;
import io.millwright.templates.forecasting.hierarchy.Node;
import io.millwright.templates.forecasting.hierarchy.Totals;
import io.millwright.templates.forecasting.learned.Learner;
import io.millwright.templates.forecasting.learned.Trees;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.model.ModelFiles;
import io.millwright.templates.forecasting.model.Recipe;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.forecasting.report.LevelErrors;
import io.millwright.templates.forecasting.report.TrainingReport;
import io.millwright.templates.forecasting.report.WhatMatters;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.learning.workers.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trains a model: understand the file, forecast at moments inside it, choose and judge, learn from all, tell. */
final class Training {

    private static final String VALIDATION = "validation.ubj";

    private final TrainingContext context;
    private final Settings settings;
    private final Notes notes = new Notes();
    private final Progress progress;

    Training(TrainingContext context) throws TemplateException {
        this.context = context;
        this.settings = Settings.of(context.options());
        this.progress = context.progress();
    }

    void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Looking at the columns");
        Reading reading = Reading.of(context, settings, notes);
        reading.tell(notes);
        Workers workers = Workers.of(context.resources().cpus(), Histories.MOST_THREADS);
        Histories histories = new Histories(reading.panel().values(), reading.periods(), workers, reading.occasions());
        Backtest backtest =
                new Backtest(histories, reading.seen(), reading.horizon(), Settings.origins(settings.preset()));
        Lesson lesson = Lesson.of(settings.preset());
        @Nullable Learner learner = lesson.worthwhile(reading) ? lesson.learner(reading, workers) : null;
        if (learner != null && !learner.enough(backtest.backs().getLast())) {
            learner = null;
        }
        if (learner != null) {
            TreeDevice device = TreeDevice.of(context.resources().gpus());
            device.tell(notes);
            lesson = lesson.on(device);
        } else {
            TreeDevice.tellUnused(context.resources().gpus(), notes);
        }
        @Nullable
        SearchOutcome found =
                learner != null && settings.preset().equals("best") ? Tuning.run(context, 0.05, 0.4) : null;
        if (found != null) {
            lesson = Tuning.best(lesson, found);
        }
        List<Origin> origins = origins(backtest, lesson, learner);
        progress.update(0.6, "Choosing and judging");
        Choice.Errors errors = new Choice.Errors(origins);
        Evaluation evaluation = Evaluation.of(origins, errors, histories.size(), reading.horizon(), -1);
        Optional<Totals> totals = totals(reading, histories, evaluation);
        evaluation = totals.map(Totals::evaluation).orElse(evaluation);
        notes.info("Seasons: %s.", reading.seasons());
        notes.info(
                "Judged at %d moments before the end; at each the ways to forecast were chosen by the others, and only what lay "
                        + "before the moment was known.",
                origins.size());
        boolean chosen = (evaluation.choice().either() >> Members.LEARNED & 1) == 1;
        @Nullable Trees trees = null;
        if (learner != null && chosen) {
            progress.update(0.65, "Learning from all series");
            trees = lesson.learn(
                    learner,
                    0,
                    lesson.members(),
                    context.seed(),
                    context.scratch().resolve(Recipe.Learned.FILE));
        }
        Recipe.@Nullable Blind blind = null;
        if (learner != null && chosen && learner.shape().asksAhead()) {
            Evaluation without =
                    Evaluation.of(origins, errors, histories.size(), reading.horizon(), Members.CLOSED_FORM);
            blind = new Recipe.Blind(without.choice(), without.intervals());
            notes.info(
                    "These figures hold where the file tells of the steps ahead; where it does not, forecasts are off by %.1f %%.",
                    100 * Accuracy.of(without, false, 0, reading.horizon()).wape());
        }
        progress.update(0.92, "Writing the report");
        context.report(new TrainingReport(
                        reading.panel(),
                        evaluation,
                        reading.horizon(),
                        reading.plan().keys(),
                        further(totals, found, learner, trees))
                .of(notes));
        progress.update(0.97, "Saving the model");
        ModelFiles.write(
                new Recipe(
                        Recipe.FORMAT,
                        reading.layout(),
                        reading.plan(),
                        reading.panel().clock(),
                        reading.gaps(),
                        reading.horizon(),
                        reading.periods(),
                        Members.names(),
                        evaluation.choice(),
                        evaluation.intervals(),
                        blind,
                        learner == null || trees == null ? null : new Recipe.Learned(learner.shape(), trees.count()),
                        totals.map(Totals::agreement).orElse(null),
                        settings.totals().equals("rows"),
                        reading.holidays().orElse(null),
                        ""),
                all(reading.raw()),
                trees,
                context.model());
        progress.update(1, "Done");
    }

    private List<Origin> origins(Backtest backtest, Lesson lesson, @Nullable Learner learner)
            throws TemplateException, InterruptedException {
        Backtest.@Nullable Learned learned = null;
        if (learner != null) {
            progress.update(0.4, "Learning from all series before the moments of the evaluation");
            Trees trees = lesson.learn(
                    learner,
                    backtest.backs().getLast(),
                    1,
                    context.seed(),
                    context.scratch().resolve(VALIDATION));
            learned = (series, back) -> learner.forecast(trees, series, back, backtest.horizon());
        }
        List<Origin> origins = backtest.run(learned, progress, 0.45, 0.6);
        if (origins.isEmpty()) {
            throw TemplateException.user(
                    "histories-too-short",
                    "No series is long enough to judge forecasts %d steps ahead.".formatted(backtest.horizon()),
                    "Bring a longer history, or set fewer steps ahead.");
        }
        return origins;
    }

    private Optional<Totals> totals(Reading reading, Histories histories, Evaluation evaluation)
            throws InterruptedException {
        List<Node> nodes = settings.totals().equals("none") ? List.of() : Levels.of(reading.panel(), reading.plan());
        return nodes.isEmpty() ? Optional.empty() : Totals.of(nodes, histories, evaluation, reading.horizon());
    }

    private static List<Chart> further(
            Optional<Totals> totals, @Nullable SearchOutcome found, @Nullable Learner learner, @Nullable Trees trees) {
        List<Chart> charts = new ArrayList<>();
        if (learner != null && trees != null) {
            charts.add(WhatMatters.chart(
                    learner.columns(), trees.weights(), learner.shape().measure()));
        }
        totals.ifPresent(judged -> charts.add(LevelErrors.chart(judged)));
        if (found != null) {
            charts.add(Tuning.chart(found));
        }
        return charts;
    }

    private static List<Series> all(Panel panel) {
        List<Series> all = new ArrayList<>(panel.series());
        all.addAll(panel.newcomers());
        return all;
    }
}
