package io.millwright.templates.fraud.scoring;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.fraud.model.FraudModel;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.metrics.Order;
import io.millwright.templates.learning.trees.TreeScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Gives every row of a file its probability, and the top rows their reasons. */
final class Scorer {

    private static final int CHUNK = 50_000;
    private static final int FEWEST_EXPLAINED = 1_000;
    private static final int MOST_EXPLAINED = 20_000;

    private final FraudModel model;
    private final FeatureTable table;
    private final Progress progress;
    private final int[] rowOfFile;

    Scorer(FraudModel model, FeatureTable table, Progress progress) {
        this.model = model;
        this.table = table;
        this.progress = progress;
        this.rowOfFile = rowOfFile(table.transactions());
    }

    ScoredRows score() throws InterruptedException {
        Calibration calibration = model.recipe().calibration().calibration();
        TreeScorer trees = model.trees().scorer();
        double[] scores = new double[rowOfFile.length];
        for (int start = 0; start < scores.length; start += CHUNK) {
            progress.update(0.4 + 0.4 * start / scores.length, "Scoring");
            int end = Math.min(scores.length, start + CHUNK);
            Matrix rows = table.matrix(Arrays.copyOfRange(rowOfFile, start, end));
            double[] raw = model.mixture().scores(trees.scores(rows), rows);
            for (int at = 0; at < raw.length; at++) {
                scores[start + at] = calibration.probability(raw[at]);
            }
        }
        progress.update(0.8, "Finding reasons");
        return new ScoredRows(scores, reasons(scores));
    }

    private List<List<String>> reasons(double[] scores) {
        List<List<String>> reasons = new ArrayList<>(Collections.nCopies(scores.length, List.of()));
        int alerts = new ScoredRows(scores, List.of()).alerts(model.recipe().threshold());
        int explained = Math.min(scores.length, Math.max(FEWEST_EXPLAINED, Math.min(MOST_EXPLAINED, alerts)));
        int[] top = Arrays.copyOf(Order.descending(scores), explained);
        int[] rows = new int[explained];
        for (int at = 0; at < explained; at++) {
            rows[at] = rowOfFile[top[at]];
        }
        Matrix explain = table.matrix(rows);
        float[][] contributions = model.mixture().contributions(model.trees().contributions(explain), explain);
        Reasons words = new Reasons(table);
        for (int at = 0; at < explained; at++) {
            reasons.set(top[at], words.of(rows[at], contributions[at]));
        }
        return reasons;
    }

    private static int[] rowOfFile(Transactions all) {
        int[] rows = new int[all.size()];
        int count = 0;
        for (int row = 0; row < all.size(); row++) {
            if (!all.remembered(row)) {
                rows[all.fileRow[row]] = row;
                count++;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
