package io.millwright.templates.fraud.scoring;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.plugins.api.Report;
import io.millwright.templates.fraud.features.Words;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.fraud.model.Recipe;
import io.millwright.templates.learning.metrics.Ranking;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells how many alerts there are and, where outcomes are known, how good they were. */
final class ScoringReport {

    private final ScoredRows scored;
    private final Transactions all;
    private final Recipe recipe;

    ScoringReport(ScoredRows scored, Transactions all, Recipe recipe) {
        this.scored = scored;
        this.all = all;
        this.recipe = recipe;
    }

    Report of(Notes notes) {
        int rows = scored.scores().length;
        int alerts = scored.alerts(recipe.threshold());
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("alerts", "Alerts", alerts, "", Better.NEITHER, "Rows at or above the threshold."));
        metrics.add(new Metric(
                "alertShare",
                "Share of alerts",
                rows == 0 ? 0 : (double) alerts / rows,
                "%",
                Better.NEITHER,
                "Alerts among all rows that were scored."));
        metrics.add(new Metric(
                "expectedCases",
                "Expected cases",
                Arrays.stream(scored.scores()).sum(),
                "",
                Better.NEITHER,
                "The sum of all probabilities: so many cases are to be expected among these rows."));
        known(metrics, notes);
        notes.info("A row is an alert from a probability of %s on.", Words.percent(recipe.threshold()));
        String headline =
                String.format(Locale.ROOT, "%,d %s among %,d rows", alerts, alerts == 1 ? "alert" : "alerts", rows);
        return new Report(headline, notes.all(), metrics, List.of());
    }

    private void known(List<Metric> metrics, Notes notes) {
        double[] scores = new double[all.size()];
        byte[] labels = new byte[all.size()];
        int count = 0;
        for (int row = 0; row < all.size(); row++) {
            if (!all.remembered(row) && all.label[row] != Transactions.UNKNOWN) {
                scores[count] = scored.scores()[all.fileRow[row]];
                labels[count++] = all.label[row];
            }
        }
        Ranking ranking = new Ranking(Arrays.copyOf(scores, count), Arrays.copyOf(labels, count));
        if (ranking.positives() == 0 || ranking.negatives() == 0) {
            return;
        }
        metrics.add(new Metric(
                "averagePrecision",
                "Average precision",
                ranking.averagePrecision(),
                "",
                Better.HIGHER,
                "Precision averaged over all shares found, on the rows of this file whose outcome is known."));
        metrics.add(new Metric(
                "auc",
                "AUC",
                ranking.auc(),
                "",
                Better.HIGHER,
                "Chance that a known case of this file has a higher score than another row; guessing gives 0.5."));
        notes.info(
                "Outcomes are known of %,d rows; where the model has learnt from them, the figures flatter it.", count);
    }
}
