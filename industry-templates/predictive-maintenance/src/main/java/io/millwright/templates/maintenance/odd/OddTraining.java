package io.millwright.templates.maintenance.odd;

import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.model.ModelFolder;
import io.millwright.templates.maintenance.outcomes.Outcomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Learns what is normal: hold stretches of time out in turn, set the limit by them, plant oddities, learn from all, tell. */
public final class OddTraining {

    /** Fewer rows show nothing of what is normal. */
    public static final int FEWEST_ROWS = 100;

    private final ColumnPlan plan;
    private final Fleet fleet;
    private final @Nullable Outcomes outcomes;
    private final Notes notes;

    /** @param outcomes a column of failures to compare with afterwards; null without one */
    public OddTraining(ColumnPlan plan, Fleet fleet, @Nullable Outcomes outcomes, Notes notes)
            throws TemplateException {
        this.plan = plan;
        this.fleet = fleet;
        this.outcomes = outcomes;
        this.notes = notes;
        if (fleet.rows() < FEWEST_ROWS) {
            throw TemplateException.user(
                    "too-few-rows",
                    String.format(
                            Locale.ROOT,
                            "The file has %,d rows; at least %d are needed to see what is normal.",
                            fleet.rows(),
                            FEWEST_ROWS),
                    "Bring a longer file, or choose the column of failures if there is one.");
        }
    }

    /**
     * @param allowed share of normal rows that may be taken for odd
     * @param persistent rows that must be odd before there is an alarm
     */
    public void run(TrainingContext context, double allowed, int persistent)
            throws TemplateException, InterruptedException {
        Progress progress = context.progress();
        Conditions conditions = Conditions.of(fleet);
        Channels measured = Channels.of(plan, conditions);
        if (measured.count() == 0) {
            throw TemplateException.user(
                    "nothing-measured",
                    "Every column of numbers is a switch; nothing is measured.",
                    "Bring a file with the values of sensors.");
        }
        float[][] channels = measured.values(fleet);
        int[] condition = conditions.of(fleet, 0, fleet.rows());
        Persistence persistence = new Persistence(persistent);
        OddEvaluation evaluation = OddEvaluation.of(
                fleet,
                channels,
                condition,
                conditions.count(),
                allowed,
                persistence,
                share -> progress.update(0.15 + 0.6 * share, "Holding stretches of time out"));
        progress.update(0.78, "Planting oddities");
        List<Planted.Found> planted =
                new Planted(fleet, channels, condition, evaluation, persistence).all(context.seed());
        progress.update(0.85, "Learning what is normal from all");
        NormalState state = NormalState.of(
                channels, condition, conditions.count(), evaluation.blocks().learnt(-1, evaluation.odd()));
        OddRecipe recipe = new OddRecipe(
                ModelFolder.FORMAT,
                OddRecipe.TASK,
                plan.withoutAnswers(),
                fleet.unit(),
                conditions,
                measured,
                state,
                persistence,
                evaluation.limit(),
                Rarity.of(evaluation.normalScores()));
        progress.update(0.92, "Writing the report");
        List<Episode> episodes = Episode.of(fleet, evaluation.smoothed(), evaluation.scores(), evaluation.limit());
        Explained explained = Explained.of(fleet, channels, condition, recipe, episodes);
        Labelled labelled = outcomes == null || outcomes.failures() == 0
                ? null
                : Labelled.of(fleet, outcomes, evaluation.smoothed(), evaluation.limit());
        context.report(
                new OddReport(fleet, recipe, evaluation, allowed).of(planted, episodes, explained, labelled, notes));
        progress.update(0.97, "Saving the model");
        try {
            ModelFolder.write(recipe, context.model());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Reasons of episodes, and how often each channel is among them. */
    record Explained(List<List<String>> reasons, double[] channels) {

        private static final int MOST_REASONS = 3;
        private static final int EXPLAINED = 2_000;

        static Explained of(
                Fleet fleet, float[][] channels, int[] condition, OddRecipe recipe, List<Episode> episodes) {
            List<String> names = recipe.channels().names(recipe.columns());
            Oddity oddity = new Oddity(recipe.state(), names);
            double[] counts = new double[names.size()];
            List<List<String>> reasons = new ArrayList<>();
            for (Episode episode : episodes) {
                if (reasons.size() >= EXPLAINED) {
                    reasons.add(List.of());
                    continue;
                }
                int row = episode.worst();
                Signals signals =
                        recipe.state().signals(channels, condition, row, row + 1, fleet.first(episode.asset()));
                oddity.channels(signals, 0).stream().limit(MOST_REASONS).forEach(channel -> counts[channel]++);
                reasons.add(oddity.reasons(signals, 0, MOST_REASONS));
            }
            return new Explained(reasons, counts);
        }
    }
}
