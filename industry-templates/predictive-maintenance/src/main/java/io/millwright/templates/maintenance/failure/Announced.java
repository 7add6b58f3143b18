package io.millwright.templates.maintenance.failure;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many failures there was an alarm before.
 *
 * @param failures that were judged
 * @param share announced within the horizon
 * @param notice time from the first alarm within the horizon to the failure, the median; 0 without any
 */
record Announced(int failures, double share, double notice) {

    static Announced of(Question question, Cases cases, FailureEvaluation evaluation, double threshold) {
        Fleet fleet = question.fleet();
        double[] remaining = question.remaining();
        Map<String, Double> notices = new LinkedHashMap<>();
        for (int at = 0; at < evaluation.judged().length; at++) {
            int row = cases.rows()[evaluation.judged()[at]];
            // the row of the failure itself is no notice
            if (evaluation.labels()[at] == 1 && remaining[row] > 0) {
                String failure = fleet.assetOf(row) + " " + Math.round(1e3 * (fleet.time()[row] + remaining[row]));
                double notice = evaluation.probabilities()[at] >= threshold ? remaining[row] : 0;
                notices.merge(failure, notice, Math::max);
            }
        }
        List<Double> announced = new ArrayList<>(
                notices.values().stream().filter(notice -> notice > 0).sorted().toList());
        return new Announced(
                notices.size(),
                notices.isEmpty() ? 0 : (double) announced.size() / notices.size(),
                announced.isEmpty() ? 0 : announced.get(announced.size() / 2));
    }
}
