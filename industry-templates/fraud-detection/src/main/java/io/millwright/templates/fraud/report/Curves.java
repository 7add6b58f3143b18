package io.millwright.templates.fraud.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Chart.Axis;
import io.millwright.plugins.api.Chart.Lines;
import io.millwright.plugins.api.Chart.Series;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.evaluation.LearningCurve;
import io.millwright.templates.learning.metrics.ProbabilityErrors;
import io.millwright.templates.learning.metrics.Ranking;
import java.util.ArrayList;
import java.util.List;

/** The curves of a report. */
final class Curves {

    private static final int POINTS = 250;
    private static final int BINS = 20;

    private Curves() {}

    static Chart precisionRecall(Judged test) {
        Ranking ranking = test.ranking();
        Points model = new Points("Model");
        for (Ranking.Step step : ranking.thinned(POINTS)) {
            model.add(ranking.recall(step), ranking.precision(step));
        }
        double share = (double) test.frauds() / test.labels().length;
        Points chance = new Points("By chance");
        chance.add(0, share);
        chance.add(1, share);
        return new Lines(
                "precisionRecall",
                "How many alerts are right as more is found",
                Lines.Kind.PRECISION_RECALL,
                new Axis("Share found", "%"),
                new Axis("Precision", "%"),
                List.of(model.series(), chance.series()));
    }

    static Chart roc(Judged test) {
        Ranking ranking = test.ranking();
        Points model = new Points("Model");
        model.add(0, 0);
        for (Ranking.Step step : ranking.thinned(POINTS)) {
            model.add(ranking.falseAlarmRate(step), ranking.recall(step));
        }
        Points chance = new Points("By chance");
        chance.add(0, 0);
        chance.add(1, 1);
        return new Lines(
                "roc",
                "What is found at the price of false alarms",
                Lines.Kind.ROC,
                new Axis("False alarm rate", "%"),
                new Axis("Share found", "%"),
                List.of(model.series(), chance.series()));
    }

    static Chart calibration(Judged test) {
        Points model = new Points("Model");
        double most = 0;
        for (ProbabilityErrors.Bin bin : ProbabilityErrors.bins(test.probabilities(), test.labels(), BINS)) {
            model.add(bin.promised(), bin.observed());
            most = Math.max(most, Math.max(bin.promised(), bin.observed()));
        }
        Points perfect = new Points("Perfect");
        perfect.add(0, 0);
        perfect.add(most, most);
        return new Lines(
                "calibration",
                "Do probabilities come true?",
                Lines.Kind.CALIBRATION,
                new Axis("Probability promised", "%"),
                new Axis("Share that came true", "%"),
                List.of(model.series(), perfect.series()));
    }

    static Chart learning(LearningCurve curve) {
        Points training = new Points("Learnt rows");
        Points validation = new Points("Rows not learnt from");
        for (LearningCurve.Point point : curve.points()) {
            training.add(point.round(), point.training());
            validation.add(point.round(), point.validation());
        }
        return new Lines(
                "learning",
                "How learning went",
                Lines.Kind.LEARNING,
                new Axis("Trees", ""),
                new Axis("Log loss", ""),
                List.of(training.series(), validation.series()));
    }

    private static final class Points {
        private final String title;
        private final List<Double> x = new ArrayList<>();
        private final List<Double> y = new ArrayList<>();

        Points(String title) {
            this.title = title;
        }

        void add(double atX, double atY) {
            x.add(atX);
            y.add(atY);
        }

        Series series() {
            return new Series(title, x, y);
        }
    }
}
