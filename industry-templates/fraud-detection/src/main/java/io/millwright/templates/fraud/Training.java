package io.millwright.templates.fraud;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.evaluation.AlertChooser;
import io.millwright.templates.fraud.evaluation.Costs;
import io.millwright.templates.fraud.evaluation.Evaluation;
import io.millwright.templates.fraud.evaluation.FoldEvaluation;
import io.millwright.templates.fraud.evaluation.Learner;
import io.millwright.templates.fraud.evaluation.LearningCurve;
import io.millwright.templates.fraud.evaluation.TimeEvaluation;
import io.millwright.templates.fraud.evaluation.TimePlan;
import io.millwright.templates.fraud.features.Feature;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Memory;
import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.fraud.mixture.LinearLearner;
import io.millwright.templates.fraud.mixture.Mixture;
import io.millwright.templates.fraud.model.CalibrationCurve;
import io.millwright.templates.fraud.model.LinearPart;
import io.millwright.templates.fraud.model.ModelFiles;
import io.millwright.templates.fraud.model.Recipe;
import io.millwright.templates.fraud.report.Importance;
import io.millwright.templates.fraud.report.TrainingReport;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.SearchOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        this.progress = Pace.of(context.progress(), settings);
    }

    void run() throws TemplateException, InterruptedException {
        Prepared prepared = Prepared.of(context, settings, notes, progress);
        prepared.device().tell(notes);
        Transactions all = prepared.all();
        ColumnPlan plan = prepared.plan();
        FeatureTable table = prepared.table();
        Tuning tuning = new Tuning(context, settings, prepared, progress);
        Optional<SearchOutcome> tried = tuning.search(notes);
        Evaluation evaluation = judge(tuning.learners(tried), prepared, tried.isPresent());
        Costs costs = Costs.of(settings, all);
        double threshold = new AlertChooser(settings.alertsPerDay(), costs)
                .choose(evaluation.tuning(), tuningDays(evaluation, prepared.time()));

        progress.update(0.78, "Learning from the newest rows");
        notes.info(
                "The final model has learnt from %s; the figures are of the judged model before it.",
                Understanding.span(all, evaluation.finalRows()));
        int steps = evaluation.learner().steps(evaluation.rounds());
        try (BoostedTrees trees = evaluation
                .learner()
                .exactly(evaluation.rounds(), evaluation.finalRows(), new LearningCurve(progress, 0.78, 0.9, steps))) {
            Mixture mixture = new LinearLearner(table).mixture(evaluation.linearWeight(), evaluation.finalRows());
            mixture.tell(notes);
            progress.update(0.9, "Writing the report");
            TrainingReport report =
                    new TrainingReport(evaluation, costs, threshold, Understanding.cases(plan, prepared.labels()));
            List<Chart> further = new ArrayList<>();
            further.add(Importance.of(trees, mixture, table, evaluation.test().rows()));
            tried.map(tuning::chart).ifPresent(further::add);
            context.report(report.of(prepared.read(), prepared.groups(), further, notes));
            progress.update(0.95, "Saving the model");
            List<String> names = table.features().stream().map(Feature::name).toList();
            LinearPart linear = LinearPart.of(mixture, names);
            Recipe written = new Recipe(
                    Recipe.format(linear),
                    plan,
                    prepared.recipe(),
                    names,
                    prepared.labels().meaning(),
                    CalibrationCurve.of(evaluation.calibration()),
                    threshold,
                    evaluation.how(),
                    linear,
                    Map.of());
            ModelFiles.write(written, trees, memory(prepared), context.model());
        }
        progress.update(1, "Done");
    }

    /** @param searched whether parameters were chosen by trials, on all rows but those of the first fold */
    private Evaluation judge(List<Learner> learners, Prepared prepared, boolean searched) throws InterruptedException {
        if (prepared.time().isPresent()) {
            return new TimeEvaluation(
                            learners, prepared.time().get(), Boosting.earlier(settings, prepared), notes, progress)
                    .run();
        }
        if (prepared.plan().time() != null) {
            notes.warn(
                    "The file is too short or holds too few frauds to judge by time; rows chosen by chance were used, "
                            + "which looks better than use will be.");
        }
        int judged = searched ? FoldEvaluation.FIRST_FOLD : FoldEvaluation.EVERY_FOLD;
        return new FoldEvaluation(learners.getFirst(), context.seed(), judged, notes, progress).run();
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

    private static Remembered memory(Prepared prepared) {
        ColumnPlan plan = prepared.plan();
        boolean useful = plan.time() != null && (plan.customer() != null || plan.terminal() != null);
        return useful
                ? Memory.of(
                        prepared.all(),
                        prepared.reader().customers(),
                        prepared.reader().terminals(),
                        prepared.recipe().memoryDays())
                : Remembered.nothing();
    }
}
