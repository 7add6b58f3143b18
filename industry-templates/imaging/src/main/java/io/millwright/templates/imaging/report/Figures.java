package io.millwright.templates.imaging.report;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.templates.learning.metrics.ProbabilityErrors;
import io.millwright.templates.learning.metrics.Ranking;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;

/** The figures of a report. */
public final class Figures {

    private static final int BINS = 15;
    private static final double SPECIFICITY = 0.9;

    private final Judged judged;
    private final List<Metric> metrics = new ArrayList<>();

    public Figures(Judged judged) {
        this.judged = judged;
    }

    public List<Metric> metrics() {
        int outputs = judged.classes().names().size();
        double auc = 0;
        int ranked = 0;
        double recalls = 0;
        double harmonic = 0;
        int present = 0;
        for (int output = 0; output < outputs; output++) {
            Ranking ranking = judged.ranking(output);
            if (Double.isFinite(ranking.auc())) {
                auc += ranking.auc();
                ranked++;
            }
            int hits = 0;
            int said = 0;
            for (int at = 0; at < judged.size(); at++) {
                boolean says = judged.says(at, output);
                said += says ? 1 : 0;
                hits += says && judged.truth(at, output) == 1 ? 1 : 0;
            }
            if (ranking.positives() > 0) {
                present++;
                recalls += (double) hits / ranking.positives();
                harmonic += 2.0 * hits / Math.max(1, said + ranking.positives());
            }
        }
        boolean two = judged.two();
        String meaning = two
                ? "Chance that an image of what is looked for gets a higher score than another; guessing gives 0.5, perfection 1."
                : "The same for each class against all others, averaged: chance that an image of the class outranks another.";
        add("auc", "AUC", two ? judged.ranking(judged.sought()).auc() : auc / ranked, "", Better.HIGHER, meaning);
        add(
                "accuracy",
                "Accuracy",
                accuracy(),
                "%",
                Better.HIGHER,
                "Share of the judged images of which all that was said is right; always saying the commonest class would give %s."
                        .formatted(Notes.percent(commonest())));
        add(
                "balancedAccuracy",
                "Balanced accuracy",
                recalls / present,
                "%",
                Better.HIGHER,
                "Share of each class that is found, averaged over the classes, however rare they are.");
        add(
                "macroF1",
                "Macro F1",
                harmonic / present,
                "",
                Better.HIGHER,
                "Harmonic mean of what is found and what is right, averaged over the classes.");
        if (two) {
            add(
                    "sensitivityAt90Specificity",
                    "Sensitivity at 90 % specificity",
                    sensitivity(),
                    "%",
                    Better.HIGHER,
                    "Share of what is looked for that is found when one in ten of the others raises a false alarm.");
            add(
                    "averagePrecision",
                    "Average precision",
                    judged.ranking(judged.sought()).averagePrecision(),
                    "",
                    Better.HIGHER,
                    "Precision averaged over all shares found.");
        }
        add(
                "calibrationError",
                "Calibration error",
                calibrationError(),
                "",
                Better.LOWER,
                "Average distance between the probability of what was said and the share of it that is right.");
        return List.copyOf(metrics);
    }

    public double accuracy() {
        int right = 0;
        for (int at = 0; at < judged.size(); at++) {
            right += judged.right(at) ? 1 : 0;
        }
        return (double) right / judged.size();
    }

    private double commonest() {
        double most = 0;
        for (int output = 0; output < judged.classes().names().size(); output++) {
            most = Math.max(most, (double) judged.ranking(output).positives() / judged.size());
        }
        return most;
    }

    /** At most one in ten false alarms. */
    public double sensitivity() {
        Ranking ranking = judged.ranking(judged.sought());
        double found = 0;
        for (Ranking.Step step : ranking.steps()) {
            if (ranking.falseAlarmRate(step) <= 1 - SPECIFICITY + 1e-12) {
                found = Math.max(found, ranking.recall(step));
            }
        }
        return found;
    }

    private double calibrationError() {
        int outputs =
                judged.classes().exclusive() ? 1 : judged.classes().names().size();
        double[] promised = new double[judged.size() * outputs];
        byte[] came = new byte[promised.length];
        for (int at = 0; at < judged.size(); at++) {
            if (judged.classes().exclusive()) {
                int best = judged.said().best(at);
                promised[at] = judged.said().probabilities()[at][best];
                came[at] = judged.truth(at, best);
                continue;
            }
            for (int output = 0; output < outputs; output++) {
                promised[at * outputs + output] = judged.said().probabilities()[at][output];
                came[at * outputs + output] = judged.truth(at, output);
            }
        }
        return ProbabilityErrors.calibrationError(promised, came, BINS);
    }

    private void add(String name, String title, double value, String unit, Better better, String explanation) {
        if (Double.isFinite(value)) {
            metrics.add(new Metric(name, title, value, unit, better, explanation));
        }
    }
}
