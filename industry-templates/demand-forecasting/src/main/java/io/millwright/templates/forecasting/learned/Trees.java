package io.millwright.templates.forecasting.learned;

import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.trees.TreeScorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trained trees, as a file and ready to forecast. Holds no native memory. */
public final class Trees {

    private final Shape shape;
    private final Path file;
    private final TreeScorer scorer;
    private final int count;
    private final double[] weights;

    private Trees(Shape shape, Path file, TreeScorer scorer, int count, double[] weights) {
        this.shape = shape;
        this.file = file;
        this.scorer = scorer;
        this.count = count;
        this.weights = weights;
    }

    static Trees of(Shape shape, BoostedTrees trained, double[] weights, Path file) {
        try {
            trained.save(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new Trees(shape, file, trained.scorer(), trained.rounds(), weights);
    }

    /** Reads what training wrote. */
    public static Trees read(Shape shape, int trees, Path file) throws IOException {
        return new Trees(shape, file, TreeScorer.of(Files.readAllBytes(file), trees), trees, new double[0]);
    }

    /** How far each column moves forecasts on average; empty of trees that were read. */
    public double[] weights() {
        return weights.clone();
    }

    /** How many trees there are. */
    public int count() {
        return count;
    }

    public Path file() {
        return file;
    }

    /** Forecasts the steps of one series from a moment on. */
    double[] path(Track track, Surroundings surroundings, Features features, int now, int steps) {
        float[] cells = new float[steps * features.width()];
        float[] row = new float[features.width()];
        for (int step = 0; step < steps; step++) {
            features.write(track, surroundings, now + step, now, row);
            System.arraycopy(row, 0, cells, step * row.length, row.length);
        }
        double[] said = scorer.scores(new Matrix(cells, steps, row.length, features.categorical()));
        int count = track.count(now);
        double level = track.level(count);
        double unit = track.unit(count);
        for (int step = 0; step < steps; step++) {
            said[step] = shape.measure().back(level + unit * said[step]);
        }
        return said;
    }
}
