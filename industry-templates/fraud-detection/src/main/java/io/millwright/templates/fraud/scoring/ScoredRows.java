package io.millwright.templates.fraud.scoring;

import java.util.List;

/**
 * What was found for the rows of a file, by row of the file.
 *
 * @param scores calibrated probabilities
 * @param reasons in words, the weightiest first; empty but for the top rows
 */
record ScoredRows(double[] scores, List<List<String>> reasons) {

    int alerts(double threshold) {
        int alerts = 0;
        for (double score : scores) {
            alerts += score >= threshold ? 1 : 0;
        }
        return alerts;
    }
}
