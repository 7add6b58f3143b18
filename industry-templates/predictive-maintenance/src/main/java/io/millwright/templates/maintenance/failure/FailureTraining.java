package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.conditions.Scaling;
import io.millwright.templates.maintenance.features.Windows;
import io.millwright.templates.maintenance.fleet.Categories;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Learns failures: leave out what gives them away, make features, judge on what was held out, learn from all, tell. */
public final class FailureTraining {

    /** So many cells at most are kept in memory; of longer files every second row, every third and so on. */
    private static final long MOST_CELLS = 60_000_000;

    /** Of so many numbers at most, pairs are features too. */
    private static final int MOST_PAIRED = 8;

    /** Rows of the past that are looked at where a row's own state is told. */
    private static final int STATE_ROWS = 100;

    private static final int FEWEST = 10;

    private final Question question;
    private final Notes notes;
    private final long seed;
    private final FailureFeatures features;
    private final Cases cases;
    private final Parts parts;

    /** @throws TemplateException of kind USER when there is too little to learn from or nothing is left */
    public FailureTraining(Question question, Effort effort, Notes notes, long seed) throws TemplateException {
        this.notes = notes;
        this.seed = seed;
        this.question = question;
        refuseTooFew();
        Categories categories = Categories.of(question.table(), question.plan().categories());
        this.features = features(categories);
        int[] rows = thinned(question.known(), features.width());
        float[][] codes = categories.read(question.table(), question.profile(), question.fleet());
        Matrix matrix = features.matrix(question.fleet(), codes, rows);
        int[] classes = IntStream.of(rows).map(row -> question.classes()[row]).toArray();
        this.cases = new Cases(rows, classes, question.names(), matrix);
        this.parts = Parts.of(
                cases,
                question.fleet(),
                question.plan().asset() != null,
                // features look back and labels ahead, so neighbours must not be on both sides even where the order is
                // the time
                question.plan().time() != null || question.hasPast(),
                question.horizon(),
                effort.folds(),
                seed);
    }

    /** @param missedCost needless inspections that a missed failure is worth */
    public void run(TrainingContext context, Effort effort, double missedCost, List<Chart> searched, double begun)
            throws TemplateException, InterruptedException {
        Progress progress = context.progress();
        FailureLearner learner = new FailureLearner(cases, effort, seed);
        FailureEvaluation evaluation = FailureEvaluation.of(
                cases,
                parts,
                learner,
                share -> progress.update(begun + (0.7 - begun) * share, "Judging on what was held out"));
        if (!evaluation.possible()) {
            throw tooFew();
        }
        double threshold = 1 / missedCost;
        try (FailureModel model = learner.all(
                evaluation.rounds(),
                evaluation.calibration(),
                share -> progress.update(0.7 + 0.2 * share, "Learning from all rows"))) {
            progress.update(0.92, "Writing the report");
            notes.info("Judged %s; the final model has learnt from all.", judgedInWords());
            FailureReport report = new FailureReport(question, cases, evaluation, threshold, missedCost);
            context.report(report.of(FailureCharts.importance(model, features, cases), searched, notes));
            progress.update(0.97, "Saving the model");
            Typical typical = Typical.of(cases.matrix());
            FailureFiles.write(
                    model,
                    digests -> FailureRecipe.of(
                            question.fleet().unit(),
                            features,
                            question.horizon(),
                            threshold,
                            question.names(),
                            typical,
                            evaluation.calibration(),
                            digests),
                    context.model());
        }
    }

    /** Judges parameters by the log loss on what was held out. */
    public void trial(TrialContext context, Effort effort) throws TemplateException, InterruptedException {
        FailureEvaluation evaluation =
                FailureEvaluation.of(cases, parts, new FailureLearner(cases, effort, seed), share -> context.progress()
                        .update(share, "Growing trees"));
        if (!evaluation.possible()) {
            throw tooFew();
        }
        context.result(evaluation.logLoss(), Map.of("brier", evaluation.brier()));
    }

    /** How it is judged, in words. */
    public String judgedInWords() {
        return parts.inWords();
    }

    private FailureFeatures features(Categories categories) {
        boolean past = question.hasPast();
        Conditions conditions = Conditions.of(question.fleet());
        int[] machines = IntStream.range(0, question.fleet().size()).toArray();
        int numbers =
                question.plan().settings().size() + question.plan().sensors().size();
        int[] pairs = past || numbers > MOST_PAIRED
                ? new int[0]
                : IntStream.range(0, numbers).toArray();
        return new FailureFeatures(
                question.plan().withoutAnswers(),
                categories,
                conditions,
                Scaling.of(question.fleet(), machines, conditions),
                pairs,
                past ? windows() : null);
    }

    private Windows windows() {
        int rows = question.horizon() > 0
                ? new Horizon(question.horizon()).rows(question.fleet())
                : Math.min(STATE_ROWS, question.fleet().medianRows()) / 5;
        return new Windows(Math.max(3, rows / 3), Math.max(3, rows), Math.max(3, 3 * rows));
    }

    private static int[] thinned(int[] rows, int width) {
        int step = (int) Math.ceilDiv((long) rows.length * width, MOST_CELLS);
        return IntStream.range(0, Math.ceilDiv(rows.length, Math.max(1, step)))
                .map(at -> rows[at * Math.max(1, step)])
                .toArray();
    }

    private void refuseTooFew() throws TemplateException {
        long failures = question.failures();
        long others = question.known().length - failures;
        if (Math.min(failures, others) < FEWEST) {
            throw TemplateException.user(
                    "too-few-failures",
                    "The file has %d rows of failures and %d others; at least %d of each are needed to learn and to judge."
                            .formatted(failures, others, FEWEST),
                    "Bring a file with more of both, or look for odd behaviour instead.");
        }
    }

    private static TemplateException tooFew() {
        return TemplateException.user(
                "too-few-failures",
                "Failures lie so close together that no part of the file can be held out with some on both sides.",
                "Bring a file with failures of more machines or times, or look for odd behaviour instead.");
    }
}
