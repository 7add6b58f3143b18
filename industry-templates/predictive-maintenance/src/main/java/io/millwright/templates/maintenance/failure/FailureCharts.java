package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Chart.Axis;
import io.millwright.plugins.api.Chart.Lines;
import io.millwright.plugins.api.Chart.Series;
import io.millwright.templates.learning.metrics.Order;
import io.millwright.templates.learning.metrics.ProbabilityErrors;
import io.millwright.templates.learning.metrics.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Pictures of how failures are told. */
final class FailureCharts {

    private static final int POINTS = 250;
    private static final int BINS = 15;
    private static final int CHOICES = 50;
    private static final int EXPLAINED = 2_000;
    private static final int SHOWN = 20;

    private FailureCharts() {}

    static Chart precisionRecall(FailureEvaluation evaluation) {
        Ranking ranking = new Ranking(evaluation.probabilities(), evaluation.labels());
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Ranking.Step step : ranking.thinned(POINTS)) {
            x.add(ranking.recall(step));
            y.add(ranking.precision(step));
        }
        double share = (double) ranking.positives() / evaluation.labels().length;
        return new Lines(
                "precisionRecall",
                "How many alarms are right as more failures are found",
                Lines.Kind.PRECISION_RECALL,
                new Axis("Share found", "%"),
                new Axis("Precision", "%"),
                List.of(new Series("Model", x, y), new Series("By chance", List.of(0.0, 1.0), List.of(share, share))));
    }

    static Chart calibration(FailureEvaluation evaluation) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        double most = 0;
        for (ProbabilityErrors.Bin bin :
                ProbabilityErrors.bins(evaluation.probabilities(), evaluation.labels(), BINS)) {
            x.add(bin.promised());
            y.add(bin.observed());
            most = Math.max(most, Math.max(bin.promised(), bin.observed()));
        }
        return new Lines(
                "calibration",
                "Do probabilities come true?",
                Lines.Kind.CALIBRATION,
                new Axis("Probability promised", "%"),
                new Axis("Share that came true", "%"),
                List.of(new Series("Model", x, y), new Series("Perfect", List.of(0.0, most), List.of(0.0, most))));
    }

    /** What each limit means in inspections, failures and costs. */
    static Chart.Threshold threshold(FailureEvaluation evaluation, double chosen, double missedCost) {
        int[] order = Order.descending(evaluation.probabilities());
        TreeSet<Double> limits = new TreeSet<>();
        limits.add(chosen);
        for (int choice = 0; choice < CHOICES; choice++) {
            int alarms = (int) Math.round(Math.pow(order.length, (double) choice / (CHOICES - 1)));
            limits.add(evaluation.probabilities()[order[alarms - 1]]);
        }
        List<List<Double>> rows = new ArrayList<>();
        List<Double> all = new ArrayList<>(limits);
        for (double limit : all) {
            Alarms at = Alarms.of(evaluation, limit);
            rows.add(List.of(
                    limit,
                    1000.0 * at.count() / at.rows(),
                    at.count() == 0 ? 1 : at.precision(),
                    at.recall(),
                    1000.0 * at.missed() / at.rows(),
                    1000.0 * at.cost(missedCost) / at.rows()));
        }
        return new Chart.Threshold(
                "threshold",
                "What a limit of the probability means",
                List.of(
                        new Axis("Limit", ""),
                        new Axis("Alarms per 1,000 rows", ""),
                        new Axis("Precision", "%"),
                        new Axis("Failures found", "%"),
                        new Axis("Missed per 1,000 rows", ""),
                        new Axis("Cost per 1,000 rows, in inspections", "")),
                rows,
                all.indexOf(chosen));
    }

    /** What moves the probability, in log odds, on average over rows. */
    static Chart.Bars importance(FailureModel model, FailureFeatures features, Cases cases) {
        int count = Math.min(EXPLAINED, cases.size());
        int[] some = IntStream.range(0, count)
                .map(at -> (int) ((long) at * cases.size() / count))
                .toArray();
        double[] sums = new double[features.width()];
        double total = 0;
        for (float[] row : model.any().contributions(cases.matrix(some))) {
            for (int feature = 0; feature < sums.length; feature++) {
                sums[feature] += Math.abs(row[feature]);
                total += Math.abs(row[feature]);
            }
        }
        double all = total;
        List<String> names = features.names();
        List<Chart.Bar> bars = IntStream.range(0, sums.length)
                .mapToObj(feature -> new Chart.Bar(names.get(feature), all == 0 ? 0 : sums[feature] / all))
                .sorted(Comparator.comparingDouble(Chart.Bar::value).reversed())
                .limit(SHOWN)
                .toList();
        return new Chart.Bars("importance", "What tells that a failure is near", "%", bars);
    }
}
