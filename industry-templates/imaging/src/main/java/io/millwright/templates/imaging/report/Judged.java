package io.millwright.templates.imaging.report;

import io.millwright.templates.imaging.dataset.Classes;
import io.millwright.templates.imaging.judging.Judgement;
import io.millwright.templates.learning.metrics.Ranking;

/**
 * What was said of images whose class is known.
 *
 * @param sought of two exclusive classes the one that is looked for
 */
public record Judged(Judgement said, Classes classes, int sought) {

    public int size() {
        return said.rows().length;
    }

    public boolean two() {
        return classes.exclusive() && classes.names().size() == 2;
    }

    byte truth(int at, int output) {
        byte[] truth = classes.truth()[said.rows()[at]];
        return truth == null ? 0 : truth[output];
    }

    int classOf(int at) {
        return classes.classOf(said.rows()[at]);
    }

    /** Whether all that was said is so. */
    public boolean right(int at) {
        if (classes.exclusive()) {
            return said.best(at) == classOf(at);
        }
        for (int output = 0; output < classes.names().size(); output++) {
            if (said.probabilities()[at][output] >= 0.5 != (truth(at, output) == 1)) {
                return false;
            }
        }
        return true;
    }

    double[] scores(int output) {
        double[] scores = new double[size()];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = said.probabilities()[at][output];
        }
        return scores;
    }

    byte[] labels(int output) {
        byte[] labels = new byte[size()];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = truth(at, output);
        }
        return labels;
    }

    public Ranking ranking(int output) {
        return new Ranking(scores(output), labels(output));
    }

    /** Whether an output is said to hold. */
    boolean says(int at, int output) {
        return classes.exclusive() ? said.best(at) == output : said.probabilities()[at][output] >= 0.5;
    }
}
