package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.conditions.Scaling;
import io.millwright.templates.maintenance.features.Windows;
import io.millwright.templates.maintenance.fleet.Categories;
import io.millwright.templates.maintenance.fleet.FleetReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    public FailureTraining(Question asked, Effort effort, Notes notes, long seed) throws TemplateException {
        this.notes = notes;
        this.seed = seed;
        this.question = withoutLeaks(asked);
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

    private Question withoutLeaks(Question asked) throws TemplateException {
        int[] rows = thinned(asked.known(), 1);
        byte[] labels = new byte[rows.length];
        for (int at = 0; at < rows.length; at++) {
            labels[at] = (byte) (asked.classes()[rows[at]] > 0 ? 1 : 0);
        }
        List<String> names = new ArrayList<>(asked.plan().settings());
        names.addAll(asked.plan().sensors());
        names.addAll(asked.plan().categories());
        List<float[]> columns = new ArrayList<>();
        for (float[] setting : asked.fleet().settings()) {
            columns.add(pick(setting, rows));
        }
        for (float[] sensor : asked.fleet().sensors()) {
            columns.add(pick(sensor, rows));
        }
        Categories categories = Categories.of(asked.table(), asked.plan().categories());
        for (float[] codes : categories.read(asked.table(), asked.profile(), asked.fleet())) {
            columns.add(pick(codes, rows));
        }
        Set<String> leaks = LeakGuard.suspects(names, columns, labels, asked.horizon() == 0);
        if (leaks.isEmpty()) {
            return asked;
        }
        ColumnPlan left = asked.plan().without(leaks);
        if (left.settings().isEmpty() && left.sensors().isEmpty()) {
            throw TemplateException.user(
                    "only-leaks",
                    "The only measured columns give the failures away: %s.".formatted(Notes.list(List.copyOf(leaks))),
                    "Bring a file with the values of sensors.");
        }
        notes.warn(
                "Left out, because they give failures away, so they are probably filled in afterwards: %s.",
                Notes.list(List.copyOf(leaks)));
        return new Question(
                asked.table(),
                asked.profile(),
                left,
                new FleetReader(asked.table(), asked.profile(), left, new Notes()).read(),
                asked.classes(),
                asked.names(),
                asked.horizon(),
                asked.remaining());
    }

    private static float[] pick(float[] values, int[] rows) {
        float[] picked = new float[rows.length];
        for (int at = 0; at < rows.length; at++) {
            picked[at] = values[rows[at]];
        }
        return picked;
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
