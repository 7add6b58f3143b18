package io.millwright.templates.fraud;

import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.fraud.columns.ColumnFinder;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.SeriesFinder;
import io.millwright.templates.fraud.columns.SeriesPlan;
import io.millwright.templates.fraud.evaluation.AlertChooser;
import io.millwright.templates.fraud.evaluation.Evaluation;
import io.millwright.templates.fraud.evaluation.FoldEvaluation;
import io.millwright.templates.fraud.evaluation.Learner;
import io.millwright.templates.fraud.evaluation.LearningCurve;
import io.millwright.templates.fraud.evaluation.TimeEvaluation;
import io.millwright.templates.fraud.evaluation.TimePlan;
import io.millwright.templates.fraud.evaluation.TimePlanner;
import io.millwright.templates.fraud.features.FeatureBuilder;
import io.millwright.templates.fraud.features.FeatureRecipe;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Memory;
import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.ledger.TransactionReader;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.fraud.model.CalibrationCurve;
import io.millwright.templates.fraud.model.ModelFiles;
import io.millwright.templates.fraud.model.Recipe;
import io.millwright.templates.fraud.report.Importance;
import io.millwright.templates.fraud.report.TrainingReport;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Trains a model: understand the columns, read, compute features, judge honestly, learn from the newest, tell. */
final class Training {

    private final TrainingContext context;
    private final Settings settings;
    private final Progress progress;
    private final Notes notes = new Notes();

    Training(TrainingContext context) throws TemplateException {
        this.context = context;
        this.settings = Settings.of(context.options());
        this.progress = context.progress();
    }

    void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Looking at the columns");
        TableProfile profile = TableProfile.of(context.dataset());
        ColumnPlan plan = new ColumnFinder(profile, context.options(), notes).find();
        Outcomes outcomes = Outcomes.of(context.dataset(), plan, notes);
        plan = outcomes.plan();
        Understanding.tell(plan, outcomes.labels(), notes);

        progress.update(0.1, "Reading the rows");
        TransactionReader reader = new TransactionReader(context.dataset(), profile, plan, outcomes.labels());
        Transactions all = reader.read(Remembered.nothing());
        Understanding.tellOdd(all, plan, notes);
        TimePlanner planner = new TimePlanner(all, settings);
        Optional<TimePlan> time = plan.time() == null ? Optional.empty() : planner.plan();
        FeatureRecipe recipe = new RecipeFinder(all, time, planner.delayDays(), plan).find();

        progress.update(0.2, "Computing features");
        FeatureBuilder builder = new FeatureBuilder(recipe, plan.parts(), plan.extras(), SeriesPlan.NONE);
        refuseTooLarge(all.size(), builder.features().size());
        FeatureTable computed = builder.build(all);
        progress.update(0.3, "Looking for leaks");
        Set<String> leaks = LeakGuard.suspects(computed, plan.extras(), learnable(all, time), notes);
        SeriesPlan series = SeriesFinder.find(plan.extras(), all.extras, leaks);
        FeatureTable table = FeatureBuilder.withSeries(computed.without(leaks), series, plan.extras());
        plan = plan.with(series)
                .with(plan.extras().stream()
                        .filter(extra -> !leaks.contains(extra.name()))
                        .toList());
        Understanding.tell(series, notes);
        Understanding.refuseNothingToLearn(table);

        int learnt = time.map(days -> TimePlan.rows(all, days.trainingStart(), days.trainingEnd()).length)
                .orElse(all.size());
        List<Learner> learners = Boosting.learners(settings, time.isPresent(), table, learnt, context.seed());
        Evaluation evaluation = judge(learners, plan, time);
        double threshold = new AlertChooser(settings, all).choose(evaluation.tuning(), tuningDays(evaluation, time));
        progress.update(0.78, "Learning from the newest rows");
        notes.info(
                "The final model has learnt from %s; the figures are of the judged model before it.",
                Understanding.span(all, evaluation.finalRows()));
        try (BoostedTrees trees = evaluation
                .learner()
                .exactly(
                        evaluation.rounds(),
                        evaluation.finalRows(),
                        new LearningCurve(
                                progress, 0.78, 0.9, evaluation.learner().steps(evaluation.rounds())))) {
            progress.update(0.9, "Writing the report");
            TrainingReport report =
                    new TrainingReport(evaluation, all, threshold, Understanding.cases(plan, outcomes.labels()));
            context.report(
                    report.of(Importance.of(trees, table, evaluation.test().rows()), notes));
            progress.update(0.95, "Saving the model");
            Recipe written = new Recipe(
                    Recipe.FORMAT,
                    plan,
                    recipe,
                    table.features().stream().map(feature -> feature.name()).toList(),
                    outcomes.labels().meaning(),
                    CalibrationCurve.of(evaluation.calibration()),
                    threshold,
                    evaluation.how(),
                    Map.of());
            ModelFiles.write(written, trees, memory(all, reader, plan, recipe), context.model());
        }
        progress.update(1, "Done");
    }

    /** The table of features, its gathered copy and the engine's own. */
    private void refuseTooLarge(long rows, long features) throws TemplateException {
        long bytes = rows * features * Float.BYTES * 3;
        if (bytes > context.resources().memoryBytes()) {
            throw TemplateException.resources(
                    "memory-too-small",
                    String.format(
                            Locale.ROOT,
                            "%,d rows with %,d features need about %,d MB of memory.",
                            rows,
                            features,
                            bytes >> 20),
                    "Start again with more memory, or with fewer rows or columns.");
        }
    }

    private Evaluation judge(List<Learner> learners, ColumnPlan plan, Optional<TimePlan> time)
            throws InterruptedException {
        if (time.isPresent()) {
            return new TimeEvaluation(learners, time.get(), notes, progress).run();
        }
        if (plan.time() != null) {
            notes.warn(
                    "The file is too short or holds too few frauds to judge by time; rows chosen by chance were used, "
                            + "which looks better than use will be.");
        }
        return new FoldEvaluation(learners.getFirst(), context.seed(), progress).run();
    }

    /** Rows of the time to learn from; all where there is none. */
    static int[] learnable(Transactions all, Optional<TimePlan> time) {
        return time.map(plan -> TimePlan.rows(all, Transactions.NO_TIME + 1, plan.trainingEnd()))
                .orElseGet(() -> IntStream.range(0, all.size())
                        .filter(row -> all.label[row] != Transactions.UNKNOWN)
                        .toArray());
    }

    private static double tuningDays(Evaluation evaluation, Optional<TimePlan> time) {
        return time.map(plan -> (double) (plan.trainingEnd() - plan.validationStart()) / Transactions.DAY)
                .orElse(evaluation.days());
    }

    private static Remembered memory(
            Transactions all, TransactionReader reader, ColumnPlan plan, FeatureRecipe recipe) {
        boolean useful = plan.time() != null && (plan.customer() != null || plan.terminal() != null);
        return useful
                ? Memory.of(all, reader.customers(), reader.terminals(), recipe.memoryDays())
                : Remembered.nothing();
    }
}
