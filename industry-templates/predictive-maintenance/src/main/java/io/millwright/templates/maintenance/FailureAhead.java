package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.failure.Effort;
import io.millwright.templates.maintenance.failure.FailureTraining;
import io.millwright.templates.maintenance.failure.Leaks;
import io.millwright.templates.maintenance.failure.Question;
import io.millwright.templates.maintenance.outcomes.Ends;
import io.millwright.templates.maintenance.outcomes.Outcomes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows are failures, or which machines will fail within a time? Search if asked to, then learn, judge and tell. */
record FailureAhead(Reading reading, Question question) implements Task {

    /** Seconds for a tree, and for a tree, a row and a feature: processor time of trainings on a busy server of two cores. */
    private static final double SECONDS_TREE = 0.003;

    private static final double SECONDS = 4e-9;

    /** Rows and features beyond so many are thinned. */
    private static final double MOST_CELLS = 3e6;

    private static final double LEAST_CHILD_WEIGHT = 0.5;
    private static final int KINDS_OF_PAST = 5;
    private static final int MOST_PAIRED = 8;

    /**
     * @param given time until the failure as the file says; null where it does not
     * @param states whether the column of failures tells the state of its row, and not a moment
     */
    static FailureAhead of(Reading reading, double @Nullable [] given, boolean states, Settings settings, Notes notes)
            throws TemplateException {
        Outcomes outcomes = reading.outcomes();
        Question question;
        if (outcomes != null && states && settings.horizon() == 0) {
            question = new Question(
                    reading.table(),
                    reading.profile(),
                    reading.plan(),
                    reading.fleet(),
                    outcomes.of(),
                    outcomes.classes(),
                    0,
                    new double[0]);
            notes.info(
                    "Understood: \"%s\" says of each row whether it is a failure%s.",
                    outcomes.column(),
                    outcomes.classes().size() > 2
                            ? " of one of %d sorts; \"%s\" is none"
                                    .formatted(
                                            outcomes.classes().size() - 1,
                                            outcomes.classes().getFirst())
                            : "");
        } else {
            double[] remaining = given != null
                    ? given
                    : Ends.atFailures(reading.fleet(), java.util.Objects.requireNonNull(outcomes));
            question = Question.within(
                    reading.table(),
                    reading.profile(),
                    reading.plan(),
                    reading.fleet(),
                    remaining,
                    given == null ? outcomes : null,
                    settings.horizon());
            notes.info(
                    "Understood: %s; a failure is to be announced %s %s before. Choose another time if that is too late to act.",
                    reading.inWords(),
                    figure(question.horizon()),
                    reading.fleet().unit().word());
        }
        return new FailureAhead(reading, Leaks.leftOut(question, notes));
    }

    @Override
    public String name() {
        return Settings.FAILURE;
    }

    @Override
    public String sentence() {
        return question.horizon() == 0
                ? String.format(
                        Locale.ROOT,
                        "Find the failures among %,d rows",
                        reading.fleet().rows())
                : String.format(
                        Locale.ROOT,
                        "Say which of %,d machines will fail within %s %s",
                        reading.fleet().size(),
                        figure(question.horizon()),
                        reading.fleet().unit().word());
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Rows", String.format(Locale.ROOT, "%,d", reading.fleet().rows()));
        if (reading.plan().asset() != null) {
            facts.put(
                    "Machines",
                    String.format(Locale.ROOT, "%,d", reading.fleet().size()));
        }
        facts.put(
                "Failures",
                String.format(
                        Locale.ROOT,
                        "%,d rows%s",
                        question.failures(),
                        question.horizon() > 0 ? " before failures" : ""));
        if (question.names().size() > 2) {
            facts.put(
                    "Sorts of failure",
                    Notes.list(question.names().subList(1, question.names().size())));
        }
        ColumnPlan learnt = question.plan();
        facts.put("Sensors", Notes.list(learnt.sensors()));
        if (!learnt.settings().isEmpty()) {
            facts.put("Settings", Notes.list(learnt.settings()));
        }
        if (!learnt.categories().isEmpty()) {
            facts.put("Words", Notes.list(learnt.categories()));
        }
        return facts;
    }

    @Override
    public List<Understanding.Estimate> estimates(Settings settings, int cores) {
        double rows = reading.fleet().rows();
        double numbers =
                question.plan().sensors().size() + question.plan().settings().size();
        double features = reading.plan().asset() != null
                ? numbers * (KINDS_OF_PAST + 1)
                : numbers <= MOST_PAIRED ? numbers * numbers : numbers;
        long memory = (300L << 20) + (long) (rows * features * Float.BYTES * 4);
        return OptionSpec.PRESETS.stream()
                .map(preset -> {
                    Effort effort = Effort.of(preset);
                    double boosters = effort.members() + effort.folds();
                    double search = preset.equals("best") ? (double) Tuning.TRIALS * Tuning.FOLDS : 0;
                    double trees = (boosters + search) * effort.options().rounds();
                    double each = SECONDS_TREE + SECONDS * Math.min(MOST_CELLS, rows * features);
                    return new Understanding.Estimate(preset, 3 + trees * each, memory);
                })
                .toList();
    }

    @Override
    public void train(TrainingContext context, Settings settings, Notes notes)
            throws TemplateException, InterruptedException {
        TreeDevice device = TreeDevice.of(context.resources().gpus());
        device.tell(notes);
        Effort effort =
                Effort.of(settings.preset()).withRounds(settings.rounds()).on(device);
        List<Chart> searched = new ArrayList<>();
        double begun = 0.15;
        if (settings.preset().equals("best")) {
            begun = 0.5;
            SearchOutcome outcome = Tuning.run(context, effort.options(), LEAST_CHILD_WEIGHT, 0.1, begun);
            effort = effort.with(Tuning.best(effort.options(), outcome));
            searched.add(Tuning.chart(outcome, "Log loss on what was held out"));
        }
        new FailureTraining(question, effort, notes, context.seed())
                .run(context, effort, settings.missedCost(), searched, begun);
    }

    @Override
    public void trial(TrialContext context, Settings settings) throws TemplateException, InterruptedException {
        Effort best = Effort.of("best")
                .withRounds(settings.rounds())
                .on(TreeDevice.of(context.resources().gpus()));
        Effort effort = new Effort(
                1, Tuning.FOLDS, Tuning.options(best.options(), context.trial().parameters()));
        new FailureTraining(question, effort, new Notes(), context.seed()).trial(context, effort);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.3g", value);
    }
}
