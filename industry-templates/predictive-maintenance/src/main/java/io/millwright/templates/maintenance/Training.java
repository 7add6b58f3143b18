package io.millwright.templates.maintenance;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.learning.conformal.BinnedIntervals;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.maintenance.life.Effort;
import io.millwright.templates.maintenance.life.LifeEvaluation;
import io.millwright.templates.maintenance.life.LifeLearner;
import io.millwright.templates.maintenance.life.LifeModel;
import io.millwright.templates.maintenance.model.ModelFiles;
import io.millwright.templates.maintenance.model.Recipe;
import io.millwright.templates.maintenance.report.Importance;
import io.millwright.templates.maintenance.report.Notes;
import io.millwright.templates.maintenance.report.TrainingReport;
import java.util.ArrayList;
import java.util.List;

/** Trains a model: understand the file, search if asked to, judge on machines held out, learn from all, tell. */
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
        Reading reading = Reading.of(context, notes);
        reading.tell(notes);
        Effort effort = Effort.of(settings.preset()).withRounds(settings.rounds());
        List<Chart> searched = new ArrayList<>();
        double begun = 0.1;
        if (settings.preset().equals("best")) {
            begun = 0.5;
            SearchOutcome outcome = Tuning.run(context, 0.1, begun);
            effort = Tuning.best(effort, outcome);
            searched.add(Tuning.chart(outcome));
        }
        progress.update(begun, "Judging on machines held out");
        Rounds rounds = new Rounds(effort, begun, 0.9);
        LifeLearner learner = learner(reading, settings.horizon());
        LifeEvaluation evaluation = LifeEvaluation.of(
                reading.fleet(), reading.remaining(), learner, effort, context.seed(), rounds::judged);
        BinnedIntervals intervals = intervals(reading, evaluation);
        double alarm = settings.alarm() > 0 ? settings.alarm() : evaluation.cut() / 5;

        int[] failing = LifeEvaluation.failing(reading.fleet(), reading.remaining());
        try (LifeModel model =
                learner(reading, evaluation.cut()).learn(failing, effort.options(), effort.members(), rounds::learnt)) {
            progress.update(0.92, "Writing the report");
            notes.info(
                    "The final model has learnt from all %,d machines that failed; the figures are of models that had not "
                            + "seen the machines that they were judged on.",
                    failing.length);
            TrainingReport report = new TrainingReport(
                    reading.fleet(), reading.remaining(), evaluation, intervals, settings.level(), alarm);
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
        progress.update(1, "Done");
    }

    private LifeLearner learner(Reading reading, double horizon) {
        return new LifeLearner(reading.fleet(), reading.remaining(), reading.conditions(), horizon, context.seed());
    }

    private BinnedIntervals intervals(Reading reading, LifeEvaluation evaluation) {
        double[] estimates = Tuning.pick(evaluation.estimates(), evaluation.judged());
        double[] truths = Tuning.pick(reading.remaining(), evaluation.judged());
        for (int at = 0; at < truths.length; at++) {
            truths[at] = Math.min(truths[at], evaluation.cut());
        }
        return BinnedIntervals.fit(estimates, truths, settings.level());
    }

    /** Tells how far the growing of all boosters is. */
    private final class Rounds {
        private final Effort effort;
        private final double from;
        private final double to;

        Rounds(Effort effort, double from, double to) {
            this.effort = effort;
            this.from = from;
            this.to = to;
        }

        void judged(int member, int round) throws InterruptedException {
            tell(member, round, "Judging on machines held out");
        }

        void learnt(int member, int round) throws InterruptedException {
            tell(effort.boosters() - effort.members() + member, round, "Learning from all machines");
        }

        private void tell(int member, int round, String activity) throws InterruptedException {
            double done = member + (double) round / effort.options().rounds();
            // fewer machines than folds make fewer boosters than were reckoned with
            progress.update(from + (to - from) * Math.min(1, done / effort.boosters()), activity);
        }
    }
}
