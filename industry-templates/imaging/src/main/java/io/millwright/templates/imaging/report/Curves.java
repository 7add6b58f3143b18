package io.millwright.templates.imaging.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Chart.Axis;
import io.millwright.plugins.api.Chart.Lines;
import io.millwright.plugins.api.Chart.Series;
import io.millwright.templates.learning.metrics.ProbabilityErrors;
import io.millwright.templates.learning.metrics.Ranking;
import java.util.ArrayList;
import java.util.List;

/** The curves of a report. */
final class Curves {

    private static final int POINTS = 200;
    private static final int BINS = 12;
    private static final int MOST_CLASSES = 8;

    private Curves() {}

    static Chart roc(Judged judged) {
        List<Series> lines = new ArrayList<>();
        for (int output : outputs(judged)) {
            Ranking ranking = judged.ranking(output);
            List<Double> x = new ArrayList<>(List.of(0.0));
            List<Double> y = new ArrayList<>(List.of(0.0));
            for (Ranking.Step step : ranking.thinned(POINTS)) {
                x.add(ranking.falseAlarmRate(step));
                y.add(ranking.recall(step));
            }
            lines.add(new Series(judged.classes().names().get(output), x, y));
        }
        lines.add(new Series("By chance", List.of(0.0, 1.0), List.of(0.0, 1.0)));
        return new Lines(
                "roc",
                "What is found at the price of false alarms",
                Lines.Kind.ROC,
                new Axis("False alarm rate", "%"),
                new Axis("Share found", "%"),
                lines);
    }

    static Chart precisionRecall(Judged judged) {
        List<Series> lines = new ArrayList<>();
        for (int output : outputs(judged)) {
            Ranking ranking = judged.ranking(output);
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            for (Ranking.Step step : ranking.thinned(POINTS)) {
                x.add(ranking.recall(step));
                y.add(ranking.precision(step));
            }
            lines.add(new Series(judged.classes().names().get(output), x, y));
        }
        return new Lines(
                "precisionRecall",
                "How much of what is said is right as more is found",
                Lines.Kind.PRECISION_RECALL,
                new Axis("Share found", "%"),
                new Axis("Precision", "%"),
                lines);
    }

    static Chart calibration(Judged judged) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        int output = judged.two() ? judged.sought() : outputs(judged).getFirst();
        for (ProbabilityErrors.Bin bin : ProbabilityErrors.bins(judged.scores(output), judged.labels(output), BINS)) {
            x.add(bin.promised());
            y.add(bin.observed());
        }
        return new Lines(
                "calibration",
                "Do the probabilities of \"%s\" come true?"
                        .formatted(judged.classes().names().get(output)),
                Lines.Kind.CALIBRATION,
                new Axis("Probability promised", "%"),
                new Axis("Share that came true", "%"),
                List.of(new Series("Model", x, y), new Series("Perfect", List.of(0.0, 1.0), List.of(0.0, 1.0))));
    }

    static Chart learning(List<Double> losses) {
        List<Double> x = new ArrayList<>();
        for (int epoch = 1; epoch <= losses.size(); epoch++) {
            x.add((double) epoch);
        }
        return new Lines(
                "learning",
                "How learning went",
                Lines.Kind.LEARNING,
                new Axis("Epoch", ""),
                new Axis("Loss on varied images", ""),
                List.of(new Series("Mean of the networks", x, losses)));
    }

    /** What each threshold means for the class looked for, per 1,000 images. */
    static Chart threshold(Judged judged) {
        Ranking ranking = judged.ranking(judged.sought());
        String sought = judged.classes().names().get(judged.sought());
        List<List<Double>> rows = new ArrayList<>();
        int chosen = 0;
        for (int step = 0; step <= 40; step++) {
            double threshold = step == 0 ? 0.005 : step == 40 ? 0.995 : step / 40.0;
            int found = 0;
            int alarms = 0;
            for (int at = 0; at < judged.size(); at++) {
                boolean above = judged.said().probabilities()[at][judged.sought()] >= threshold;
                found += above && judged.truth(at, judged.sought()) == 1 ? 1 : 0;
                alarms += above && judged.truth(at, judged.sought()) == 0 ? 1 : 0;
            }
            chosen = step == 20 ? rows.size() : chosen;
            double scale = 1_000.0 / judged.size();
            rows.add(List.of(
                    threshold,
                    (double) found / ranking.positives(),
                    1 - (double) alarms / ranking.negatives(),
                    found + alarms == 0 ? 1 : (double) found / (found + alarms),
                    alarms * scale,
                    (ranking.positives() - found) * scale));
        }
        return new Chart.Threshold(
                "threshold",
                "What a threshold means",
                List.of(
                        new Axis("Threshold", ""),
                        new Axis("Share of \"" + sought + "\" found", "%"),
                        new Axis("Specificity", "%"),
                        new Axis("Precision", "%"),
                        new Axis("False alarms per 1,000 images", ""),
                        new Axis("Missed per 1,000 images", "")),
                rows,
                chosen);
    }

    private static List<Integer> outputs(Judged judged) {
        if (judged.two()) {
            return List.of(judged.sought());
        }
        List<Integer> outputs = new ArrayList<>();
        for (int output = 0; output < judged.classes().names().size() && outputs.size() < MOST_CLASSES; output++) {
            Ranking ranking = judged.ranking(output);
            if (ranking.positives() > 0 && ranking.negatives() > 0) {
                outputs.add(output);
            }
        }
        return outputs;
    }
}
