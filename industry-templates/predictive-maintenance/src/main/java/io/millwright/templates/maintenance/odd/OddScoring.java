package io.millwright.templates.maintenance.odd;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.DayAndClock;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.WholeDates;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.FleetReader;
import io.millwright.templates.maintenance.scoring.ResultWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Scores a file by what is normal: the same signs as in training, machine by machine. */
public final class OddScoring {

    private static final int PART = 20_000;
    private static final int EXPLAINED = 20_000;

    private final ScoringContext context;
    private final Progress progress;
    private final Notes notes = new Notes();

    public OddScoring(ScoringContext context) {
        this.context = context;
        this.progress = context.progress();
    }

    public void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Reading the model");
        OddRecipe recipe = OddRecipe.read(context.model());
        progress.update(0.05, "Reading the rows");
        TableInput dataset = DayAndClock.of(WholeDates.of(context.dataset()));
        TableProfile profile = TableProfile.of(dataset);
        ColumnPlan plan = recipe.columns().forFile(profile);
        Fleet fleet = new FleetReader(dataset, profile, plan, notes).read();
        float[][] channels = recipe.channels().values(fleet);
        int[] condition = recipe.conditions().of(fleet, 0, fleet.rows());
        double[] scores = new double[fleet.rows()];
        double[] smoothed = new double[fleet.rows()];
        for (int asset = 0; asset < fleet.size(); asset++) {
            int first = fleet.first(asset);
            for (int from = first; from < fleet.end(asset); from += PART) {
                progress.update(0.1 + 0.6 * from / fleet.rows(), "Comparing with what is normal");
                int to = Math.min(fleet.end(asset), from + PART);
                double[] found = recipe.state().scores(recipe.state().signals(channels, condition, from, to, first));
                System.arraycopy(found, 0, scores, from, found.length);
            }
            double[] own = recipe.persistence().smoothed(Arrays.copyOfRange(scores, first, fleet.end(asset)));
            System.arraycopy(own, 0, smoothed, first, own.length);
        }
        progress.update(0.75, "Finding reasons");
        List<List<String>> reasons = reasons(fleet, channels, condition, recipe, smoothed);
        progress.update(0.9, "Writing the result");
        write(plan, profile, fleet, recipe, scores, smoothed, reasons);
        context.report(report(fleet, channels, condition, recipe, scores, smoothed));
        progress.update(1, "Done");
    }

    private static List<List<String>> reasons(
            Fleet fleet, float[][] channels, int[] condition, OddRecipe recipe, double[] smoothed) {
        List<List<String>> reasons = new ArrayList<>(Collections.nCopies(fleet.rows(), List.of()));
        Oddity oddity = new Oddity(recipe.state(), recipe.channels().names(recipe.columns()));
        IntStream.range(0, fleet.rows())
                .filter(row -> smoothed[row] >= recipe.limit())
                .limit(EXPLAINED)
                .forEach(row -> {
                    int first = fleet.first(fleet.assetOf(row));
                    Signals signals = recipe.state().signals(channels, condition, row, row + 1, first);
                    reasons.set(row, oddity.reasons(signals, 0, ResultWriter.REASONS));
                });
        return reasons;
    }

    private void write(
            ColumnPlan plan,
            TableProfile profile,
            Fleet fleet,
            OddRecipe recipe,
            double[] scores,
            double[] smoothed,
            List<List<String>> reasons)
            throws TemplateException {
        int[] position = new int[Math.toIntExact(context.dataset().rowCount())];
        Arrays.fill(position, -1);
        for (int row = 0; row < fleet.rows(); row++) {
            position[fleet.source()[row]] = row;
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column("score", ColumnType.DECIMAL),
                new Column("rarity", ColumnType.DECIMAL),
                new Column("alarm", ColumnType.INTEGER)));
        columns.addAll(ResultWriter.reasonColumns());
        new ResultWriter(context, profile, plan.part(), plan.asset(), plan.time()).write(columns, (source, result) -> {
            int row = position[source];
            if (row < 0) {
                columns.forEach(column -> result.missing());
                return;
            }
            result.number(scores[row]);
            result.number(recipe.rarity().of(smoothed[row]));
            result.integer(smoothed[row] >= recipe.limit() ? 1 : 0);
            ResultWriter.reasons(reasons.get(row), result);
        });
    }

    private Report report(
            Fleet fleet, float[][] channels, int[] condition, OddRecipe recipe, double[] scores, double[] smoothed) {
        OddCharts charts = new OddCharts(fleet);
        List<Episode> episodes = Episode.of(fleet, smoothed, scores, recipe.limit());
        OddTraining.Explained explained = OddTraining.Explained.of(fleet, channels, condition, recipe, episodes);
        long machines = episodes.stream().map(Episode::asset).distinct().count();
        long alarms =
                Arrays.stream(smoothed).filter(score -> score >= recipe.limit()).count();
        return new Report(
                String.format(
                        Locale.ROOT,
                        "%,d odd stretches on %,d of %,d machines.",
                        episodes.size(),
                        machines,
                        fleet.size()),
                notes.all(),
                List.of(
                        new Metric(
                                "episodes",
                                "Odd stretches",
                                episodes.size(),
                                "",
                                Metric.Better.NEITHER,
                                "Stretches of rows with an alarm."),
                        new Metric(
                                "alarmShare",
                                "Rows with an alarm",
                                fleet.rows() == 0 ? 0 : (double) alarms / fleet.rows(),
                                "%",
                                Metric.Better.NEITHER,
                                "Share of rows that are odd.")),
                List.of(
                        charts.timeline(smoothed, recipe.limit()),
                        charts.episodes(episodes, explained.reasons()),
                        OddCharts.sensors(
                                explained.channels(), recipe.channels().names(recipe.columns()))));
    }
}
