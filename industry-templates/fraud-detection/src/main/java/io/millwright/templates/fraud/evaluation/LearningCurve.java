package io.millwright.templates.fraud.evaluation;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.learning.boosting.RoundListener;
import java.util.ArrayList;
import java.util.List;

/** How the losses fell round by round, collected while a model grows. */
public final class LearningCurve implements RoundListener {

    /** The losses after a round. */
    public record Point(int round, double training, double validation) {}

    private static final int TOLD_EVERY = 5;

    private final List<Point> points = new ArrayList<>();
    private final Progress progress;
    private final double from;
    private final double to;
    private final int rounds;

    /** Tells the progress from one fraction to another over so many rounds. */
    public LearningCurve(Progress progress, double from, double to, int rounds) {
        this.progress = progress;
        this.from = from;
        this.to = to;
        this.rounds = rounds;
    }

    int rounds() {
        return rounds;
    }

    public List<Point> points() {
        return List.copyOf(points);
    }

    @Override
    public void round(int round, double trainingLoss, double validationLoss, double validationPrecision)
            throws InterruptedException {
        if (!Double.isNaN(validationLoss)) {
            points.add(new Point(round, trainingLoss, validationLoss));
        }
        if (round % TOLD_EVERY == 0) {
            progress.update(from + (to - from) * round / rounds, "Growing trees");
            if (!Double.isNaN(validationPrecision)) {
                progress.metric("validationAveragePrecision", round, validationPrecision);
                progress.metric("validationLoss", round, validationLoss);
            }
        }
    }
}
