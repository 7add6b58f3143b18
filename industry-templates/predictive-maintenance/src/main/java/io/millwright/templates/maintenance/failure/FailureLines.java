package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.TimeAxis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The probability along the history of each machine, beside where failures were near. */
final class FailureLines {

    private static final int POINTS = 150;

    private FailureLines() {}

    static Chart.Fans chart(Question question, Cases cases, FailureEvaluation evaluation, double threshold) {
        Map<Integer, List<Integer>> byMachine = new LinkedHashMap<>();
        for (int at = 0; at < evaluation.judged().length; at++) {
            int machine = question.fleet().assetOf(cases.rows()[evaluation.judged()[at]]);
            byMachine.computeIfAbsent(machine, key -> new ArrayList<>()).add(at);
        }
        List<Chart.Fan> fans = byMachine.entrySet().stream()
                .map(entry -> fan(question.fleet(), entry.getKey(), entry.getValue(), cases, evaluation, threshold))
                .sorted(Comparator.comparingDouble(Chart.Fan::badness).reversed())
                .limit(Chart.Fans.MAX_FANS)
                .toList();
        return new Chart.Fans(
                "probabilities",
                "Each machine's probability of failure, by models that had not seen these rows",
                new TimeAxis(question.fleet()).axis(),
                new Chart.Axis("Probability of failure", ""),
                fans);
    }

    private static Chart.Fan fan(
            Fleet fleet,
            int machine,
            List<Integer> moments,
            Cases cases,
            FailureEvaluation evaluation,
            double threshold) {
        List<Double> x = new ArrayList<>();
        List<Double> truth = new ArrayList<>();
        List<Double> said = new ArrayList<>();
        double loss = 0;
        int alarms = 0;
        for (int at : moments) {
            loss += Math.abs(evaluation.probabilities()[at] - evaluation.labels()[at]);
            alarms += evaluation.probabilities()[at] >= threshold ? 1 : 0;
        }
        TimeAxis time = new TimeAxis(fleet);
        int points = Math.min(POINTS, moments.size());
        for (int point = 0; point < points; point++) {
            int at = moments.get((int) ((long) point * moments.size() / points));
            x.add(time.at(cases.rows()[evaluation.judged()[at]]));
            truth.add((double) evaluation.labels()[at]);
            said.add(evaluation.probabilities()[at]);
        }
        return new Chart.Fan(
                "Machine " + fleet.assets().get(machine),
                loss,
                List.of(String.format(Locale.ROOT, "Alarms in %,d of %,d rows.", alarms, moments.size())),
                new Chart.Series("Failure was near", x, truth),
                new Chart.Series("Probability", x, said),
                List.of());
    }
}
