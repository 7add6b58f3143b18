package io.millwright.templates.maintenance.odd;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.plugins.api.Report;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the findings about what is normal into a report. */
final class OddReport {

    private final Fleet fleet;
    private final OddRecipe recipe;
    private final OddEvaluation evaluation;
    private final double allowed;

    OddReport(Fleet fleet, OddRecipe recipe, OddEvaluation evaluation, double allowed) {
        this.fleet = fleet;
        this.recipe = recipe;
        this.evaluation = evaluation;
        this.allowed = allowed;
    }

    Report of(
            List<Planted.Found> planted,
            List<Episode> episodes,
            OddTraining.Explained explained,
            @Nullable Labelled labelled,
            Notes notes) {
        OddCharts charts = new OddCharts(fleet);
        TimeAxis time = new TimeAxis(fleet);
        double recall =
                planted.stream().mapToDouble(Planted.Found::share).average().orElse(0);
        notes.info(
                "Nothing in the file says what is odd, so two things were measured: how often rows that were held out and look "
                        + "normal raise an alarm, and how many oddities of known kinds are found when they are planted there.");
        int[] odd = IntStream.range(0, evaluation.odd().length)
                .filter(block -> evaluation.odd()[block])
                .toArray();
        if (odd.length > 0) {
            int[] stretch = evaluation.blocks().stretches()[odd[0]];
            notes.warn(
                    "%d of %d stretches of time stand out as a whole and were left out of what is normal, e.g. %s from %s to %s; "
                            + "look at them.",
                    odd.length,
                    evaluation.odd().length,
                    fleet.assets().get(fleet.assetOf(stretch[0])),
                    time.text(stretch[0]),
                    time.text(stretch[1] - 1));
        }
        List<Chart> pictures = new ArrayList<>(List.of(
                charts.timeline(evaluation.smoothed(), evaluation.limit()),
                charts.episodes(episodes, explained.reasons()),
                planted(planted),
                OddCharts.sensors(explained.channels(), recipe.channels().names(recipe.columns()))));
        return new Report(
                String.format(
                        Locale.ROOT,
                        "Finds %.0f %% of planted oddities at %.1f false alarms in 1,000 normal rows.",
                        100 * recall,
                        1000 * evaluation.falseAlarms()),
                notes.all(),
                metrics(planted, recall, episodes, labelled),
                pictures);
    }

    private List<Metric> metrics(
            List<Planted.Found> planted, double recall, List<Episode> episodes, @Nullable Labelled labelled) {
        List<Metric> metrics = new ArrayList<>(List.of(
                new Metric(
                        "plantedFound",
                        "Planted oddities found",
                        recall,
                        "%",
                        Better.HIGHER,
                        "Share of oddities planted into stretches that were held out with an alarm while they lasted."),
                new Metric(
                        "falseAlarmRate",
                        "False alarm rate",
                        evaluation.falseAlarms(),
                        "%",
                        Better.LOWER,
                        String.format(
                                Locale.ROOT,
                                "Share of alarms in rows that were held out and look normal; %.2f %% were allowed.",
                                100 * allowed)),
                new Metric(
                        "episodes",
                        "Odd stretches",
                        episodes.size(),
                        "",
                        Better.NEITHER,
                        "Stretches of rows with an alarm, found by states of normal that had not seen them.")));
        for (Planted.Found found : planted) {
            metrics.add(new Metric(
                    "planted" + found.kind().name().charAt(0)
                            + found.kind().name().substring(1).toLowerCase(Locale.ROOT),
                    "Found: " + found.kind().name().toLowerCase(Locale.ROOT),
                    found.share(),
                    "%",
                    Better.HIGHER,
                    found.kind().words() + "."));
        }
        if (labelled != null) {
            metrics.add(new Metric(
                    "labelledFound",
                    "Known failures found",
                    labelled.episodes() == 0 ? 0 : (double) labelled.found() / labelled.episodes(),
                    "%",
                    Better.HIGHER,
                    String.format(
                            Locale.ROOT,
                            "Share of %,d known failures with an alarm while they lasted or up to 60 rows before; they were not "
                                    + "learnt from.",
                            labelled.episodes())));
            if (Double.isFinite(labelled.auc())) {
                metrics.add(new Metric(
                        "labelledAuc",
                        "AUC beside known failures",
                        labelled.auc(),
                        "",
                        Better.HIGHER,
                        "Chance that a row that is known to be a failure has a higher score than another."));
            }
        }
        return metrics;
    }

    private static Chart.Grid planted(List<Planted.Found> planted) {
        return new Chart.Grid(
                "planted",
                "Which oddities would be found",
                List.of("Planted on one sensor", "Times", "Found"),
                planted.stream()
                        .map(found -> List.of(
                                found.kind().words(),
                                Integer.toString(found.planted()),
                                String.format(Locale.ROOT, "%.0f %%", 100 * found.share())))
                        .toList());
    }
}
