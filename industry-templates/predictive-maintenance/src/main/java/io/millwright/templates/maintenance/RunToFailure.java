package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.learning.workers.Workers;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.life.Effort;
import io.millwright.templates.maintenance.life.GivenAway;
import io.millwright.templates.maintenance.life.LifeErrors;
import io.millwright.templates.maintenance.life.LifeEvaluation;
import io.millwright.templates.maintenance.life.LifeIntervals;
import io.millwright.templates.maintenance.life.LifeLearner;
import io.millwright.templates.maintenance.life.LifeModel;
import io.millwright.templates.maintenance.life.Moments;
import io.millwright.templates.maintenance.life.model.ModelFiles;
import io.millwright.templates.maintenance.life.model.Recipe;
import io.millwright.templates.maintenance.life.report.Importance;
import io.millwright.templates.maintenance.life.report.TrainingReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How long will each machine still run? Learnt from machines that have failed: search if asked to, judge on machines held out,
 * learn from all, tell.
 *
 * @param remaining for each row the time until the machine's failure; NaN where that is not known
 */
record RunToFailure(Reading reading, double[] remaining, Conditions conditions) implements Task {

    /** Fewer machines that failed cannot be judged on. */
    static final int FEWEST = 4;

    /** Seconds of one core for a tree of one member, a row and a feature, and for all else, on a small server. */
    private static final double SECONDS = 6.5e-9;

    private static final double SECONDS_ELSE = 4;

    private static final double LEAST_CHILD_WEIGHT = 5;
    private static final double COPIES = 2.6;
    private static final int FEATURES_PER_SENSOR = 5;
    private static final int MOST_ROWS = 60_000;

    /** @throws TemplateException when too few machines are known to have failed, or nothing is left to learn from */
    static RunToFailure of(Reading given, double[] remaining, Notes notes) throws TemplateException {
        Reading reading = withoutLeaks(given.withModes(), remaining, notes);
        Fleet fleet = reading.fleet();
        int failing = LifeEvaluation.failing(fleet, remaining).length;
        if (failing < FEWEST) {
            throw TemplateException.user(
                    "too-few-failures",
                    String.format(
                            Locale.ROOT,
                            "The file has %d %s whose failure is known; at least %d are needed to learn and to judge.",
                            failing,
                            failing == 1 ? "machine" : "machines",
                            FEWEST),
                    "Bring a file with more machines that ran until they failed, or choose the column that names the machine.");
        }
        if (fleet.medianRows() < 3) {
            throw TemplateException.user(
                    "histories-too-short",
                    "Most machines have fewer than 3 rows, so nothing can be seen of how they wear.",
                    "Bring a file with the whole history of each machine, or choose the column that names the machine.");
        }
        RunToFailure task = new RunToFailure(reading, remaining, reading.conditions());
        task.tell(notes);
        return task;
    }

    private static Reading withoutLeaks(Reading reading, double[] remaining, Notes notes) throws TemplateException {
        List<String> sensors = reading.plan().sensors();
        Set<String> leaks = Arrays.stream(GivenAway.sensors(reading.fleet(), remaining))
                .mapToObj(sensors::get)
                .collect(Collectors.toCollection(TreeSet::new));
        if (leaks.isEmpty()) {
            return reading;
        }
        if (leaks.size() == sensors.size()) {
            throw TemplateException.user(
                    "only-leaks",
                    "The only measured columns give the remaining life away: %s."
                            .formatted(Notes.list(List.copyOf(leaks))),
                    "Bring a file with the values of sensors.");
        }
        notes.warn(
                "Left out, because they give the remaining life away, so they are probably filled in afterwards: %s.",
                Notes.list(List.copyOf(leaks)));
        return reading.without(leaks);
    }

    private void tell(Notes notes) {
        String end = reading.plan().life() != null
                ? "\"" + reading.plan().life() + "\" says how long each machine still ran"
                : reading.plan().failureTime() != null
                        ? "\"" + reading.plan().failureTime() + "\" says when machines failed"
                        : reading.outcomes() != null && reading.outcomes().failures() > 0
                                ? "\"" + reading.plan().failure() + "\" says where machines failed"
                                : "each machine's last row is its failure";
        notes.info("Understood: %s, %s.", reading.inWords(), end);
        if (conditions.count() > 2) {
            notes.info(
                    "Machines run under %d conditions; sensors were made comparable across them.",
                    conditions.count() - 1);
        }
        if (!reading.plan().categories().isEmpty()) {
            notes.info(
                    "Words are not learnt from for remaining life: %s.",
                    Notes.list(reading.plan().categories()));
        }
        int unknown = reading.fleet().size() - failing().length;
        if (unknown > 0) {
            notes.warn("%,d machines were not seen to fail and were not learnt from.", unknown);
        }
    }

    private int[] failing() {
        return LifeEvaluation.failing(reading.fleet(), remaining);
    }

    @Override
    public String name() {
        return Settings.LIFE;
    }

    @Override
    public String sentence() {
        Fleet fleet = reading.fleet();
        return String.format(
                Locale.ROOT,
                "Say how many %s each of %,d machines will still run",
                fleet.unit().word(),
                fleet.size());
    }

    @Override
    public Map<String, String> facts() {
        Fleet fleet = reading.fleet();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Machines",
                String.format(Locale.ROOT, "%,d, of which %,d were seen to fail", fleet.size(), failing().length));
        facts.put(
                "Rows",
                String.format(Locale.ROOT, "%,d, typically %,d of a machine", fleet.rows(), fleet.medianRows()));
        facts.put(
                "Typical life",
                String.format(
                        Locale.ROOT,
                        "%,.0f %s",
                        fleet.medianSpan(),
                        fleet.unit().word()));
        facts.put("Sensors", Notes.list(reading.plan().sensors()));
        if (!reading.plan().settings().isEmpty()) {
            facts.put("Settings", Notes.list(reading.plan().settings()));
        }
        facts.put("Conditions", conditions.count() > 2 ? Integer.toString(conditions.count() - 1) : "one");
        facts.put("Judged", "on machines that are held out in turn, at random moments of their lives");
        return facts;
    }

    @Override
    public List<Understanding.Estimate> estimates(Settings settings, int cores) {
        double rows = Math.min(MOST_ROWS, reading.fleet().rows() * COPIES);
        double features = (reading.plan().sensors().size() + 1.0) * FEATURES_PER_SENSOR;
        // seen on 100 engines, balanced: 680 MB in all where the heap had 320, so no less can be promised
        long memory = (500L << 20) + (long) (rows * features * Float.BYTES * 10);
        return OptionSpec.PRESETS.stream()
                .map(preset -> {
                    Effort effort = Effort.of(preset);
                    double trees = (double) effort.boosters() * effort.options().rounds();
                    double search = preset.equals("best")
                            ? Tuning.TRIALS * 3.0 * effort.options().rounds()
                            : 0;
                    // boosters of the folds grow side by side
                    int together = Math.clamp(cores, 1, effort.folds());
                    double seconds = SECONDS_ELSE + SECONDS * (trees + search) * rows * features / together;
                    return new Understanding.Estimate(preset, seconds, memory);
                })
                .toList();
    }

    @Override
    public void train(TrainingContext context, Settings settings, Notes notes)
            throws TemplateException, InterruptedException {
        Progress progress = context.progress();
        Workers workers = new Workers(context.resources().cpus());
        TreeDevice device = TreeDevice.of(context.resources().gpus());
        device.tell(notes);
        Effort effort =
                Effort.of(settings.preset()).withRounds(settings.rounds()).on(device);
        List<Chart> searched = new ArrayList<>();
        double begun = 0.1;
        if (settings.preset().equals("best")) {
            begun = 0.5;
            SearchOutcome outcome = Tuning.run(context, effort.options(), LEAST_CHILD_WEIGHT, 0.1, begun);
            effort = effort.with(Tuning.best(effort.options(), outcome));
            searched.add(Tuning.chart(outcome, "Error of the remaining life (RMSE)"));
        }
        progress.update(begun, "Judging on machines held out");
        Rounds rounds = new Rounds(
                progress,
                begun,
                0.9,
                (long) effort.boosters() * effort.options().rounds());
        LifeEvaluation evaluation = LifeEvaluation.of(
                reading.fleet(),
                remaining,
                learner(settings.horizon(), context.seed(), workers),
                effort,
                context.seed(),
                rounds::judged);
        Moments moments = evaluation.moments(reading.fleet());
        LifeIntervals.Levels levels = LifeIntervals.levels(
                reading.fleet(), remaining, moments, evaluation.judged().length, evaluation.cut(), settings.level());
        LifeIntervals intervals = LifeIntervals.fit(reading.fleet(), remaining, moments, evaluation.cut(), levels);
        double alarm = settings.alarm() > 0 ? settings.alarm() : evaluation.cut() / 5;
        int[] failing = failing();
        try (LifeModel model = learner(evaluation.cut(), context.seed(), workers)
                .learn(failing, effort.options(), effort.members(), rounds::learnt)) {
            progress.update(0.92, "Writing the report");
            notes.info(
                    "The final model has learnt from all %,d machines that failed; the figures are of models that had not "
                            + "seen the machines that they were judged on.",
                    failing.length);
            TrainingReport report = new TrainingReport(
                    reading.fleet(), remaining, conditions, evaluation, intervals, levels, settings.level(), alarm);
            context.report(report.of(
                    Importance.of(
                            model, reading.fleet(), failing, reading.plan().sensors()),
                    searched,
                    notes));
            progress.update(0.97, "Saving the model");
            ModelFiles.write(
                    Recipe.of(
                            reading.plan(),
                            model,
                            intervals,
                            settings.level(),
                            alarm,
                            reading.fleet().unit()),
                    model,
                    context.model());
        }
    }

    @Override
    public void trial(TrialContext context, Settings settings) throws InterruptedException {
        Effort effort = Effort.of("best")
                .withRounds(settings.rounds())
                .on(TreeDevice.of(context.resources().gpus()));
        effort = new Effort(
                1,
                1,
                Tuning.FOLDS,
                Tuning.options(effort.options(), context.trial().parameters()));
        Rounds rounds = new Rounds(
                context.progress(), 0, 1, (long) Tuning.FOLDS * effort.options().rounds());
        LifeEvaluation evaluation = LifeEvaluation.of(
                reading.fleet(),
                remaining,
                learner(
                        settings.horizon(),
                        context.seed(),
                        new Workers(context.resources().cpus())),
                effort,
                context.seed(),
                rounds::judged);
        LifeErrors errors = LifeErrors.of(
                pick(evaluation.estimates(), evaluation.judged()),
                pick(remaining, evaluation.judged()),
                evaluation.cut());
        context.result(errors.rmse(), Map.of("meanAbsoluteError", errors.mae()));
    }

    private LifeLearner learner(double horizon, long seed, Workers workers) {
        return new LifeLearner(reading.fleet(), remaining, conditions, horizon, seed, workers);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Tells how far the growing of all boosters is, from whichever thread. */
    private static final class Rounds {
        private final Progress progress;
        private final double from;
        private final double to;
        private final long expected;
        private long done;

        Rounds(Progress progress, double from, double to, long expected) {
            this.progress = progress;
            this.from = from;
            this.to = to;
            this.expected = expected;
        }

        void judged() throws InterruptedException {
            tell("Judging on machines held out");
        }

        void learnt() throws InterruptedException {
            tell("Learning from all machines");
        }

        private synchronized void tell(String activity) throws InterruptedException {
            done++;
            // fewer machines than folds make fewer boosters than were reckoned with
            progress.update(from + (to - from) * Math.min(1, (double) done / expected), activity);
        }
    }
}
