package io.millwright.templates.learning.boosting;

import io.millwright.templates.learning.trees.AveragedTrees;
import io.millwright.templates.learning.trees.TreeScorer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A trained ensemble of trees for a yes-or-no question or for an amount. Holds native memory: close after use. One thread.
 *
 * <p>What the engine itself refuses comes as {@link EngineException}.
 */
public final class BoostedTrees implements AutoCloseable {

    private static final String ROUNDS = "rounds";

    private final Booster booster;
    private final int rounds;

    BoostedTrees(Booster booster, int rounds) {
        this.booster = booster;
        this.rounds = rounds;
    }

    /** Reads what {@link #save} wrote. */
    public static BoostedTrees load(Path file) throws IOException {
        try {
            Booster booster = XGBoost.loadModel(Files.readAllBytes(file));
            String best = booster.getAttr(ROUNDS);
            return new BoostedTrees(booster, best == null ? booster.getNumBoostedRound() : Integer.parseInt(best));
        } catch (XGBoostError refused) {
            throw new EngineException("The model file cannot be read.", refused);
        }
    }

    /** Writes the model as UBJSON, XGBoost's open format. */
    public void save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            booster.setAttr(ROUNDS, Integer.toString(rounds));
            booster.saveModel(out, "ubj");
        } catch (XGBoostError refused) {
            throw new EngineException("The model cannot be written.", refused);
        }
    }

    /**
     * One model whose score is the mean of these, of yes-or-no questions in log odds; it is independent of them.
     *
     * @param members grown alike but for their seeds
     */
    public static BoostedTrees average(List<BoostedTrees> members) {
        List<byte[]> files = members.stream().map(BoostedTrees::bytes).toList();
        List<Integer> trees = members.stream().map(BoostedTrees::rounds).toList();
        try {
            int all = trees.stream().mapToInt(Integer::intValue).sum();
            return new BoostedTrees(XGBoost.loadModel(AveragedTrees.average(files, trees)), all);
        } catch (XGBoostError | IOException refused) {
            throw new EngineException("The models cannot be averaged.", refused);
        }
    }

    /** Scores without the engine: quicker for single rows and large files, and equal to it. */
    public TreeScorer scorer() {
        return TreeScorer.of(bytes(), rounds);
    }

    private byte[] bytes() {
        try {
            return booster.toByteArray("ubj");
        } catch (XGBoostError refused) {
            throw new EngineException("The model cannot be written.", refused);
        }
    }

    /** Rounds that predictions use. */
    public int rounds() {
        return rounds;
    }

    /** Probability of yes for each row; of trees grown with {@link Objective#LOGISTIC}. */
    public double[] probabilities(Matrix matrix) {
        return predict(matrix);
    }

    /** The expected amount for each row; of trees grown with {@link Objective#SQUARED_ERROR}. */
    public double[] amounts(Matrix matrix) {
        return predict(matrix);
    }

    private double[] predict(Matrix matrix) {
        if (matrix.rows() == 0) {
            return new double[0];
        }
        try {
            DMatrix rows = Engine.matrix(matrix);
            try {
                float[][] predicted = booster.predict(rows, false, rounds);
                double[] result = new double[predicted.length];
                for (int row = 0; row < result.length; row++) {
                    result[row] = predicted[row][0];
                }
                return result;
            } finally {
                rows.dispose();
            }
        } catch (XGBoostError refused) {
            throw new EngineException("The rows cannot be scored.", refused);
        }
    }

    /**
     * How much each column moved each row's score up or down from the average, in log odds or, of amounts, in their
     * unit (Shapley values of the trees, Lundberg 2020).
     *
     * @return for each row one value per column
     */
    public float[][] contributions(Matrix matrix) {
        if (matrix.rows() == 0) {
            return new float[0][];
        }
        try {
            DMatrix rows = Engine.matrix(matrix);
            try {
                float[][] values = booster.predictContrib(rows, rounds);
                for (int row = 0; row < values.length; row++) {
                    values[row] = Arrays.copyOf(values[row], matrix.columns());
                }
                return values;
            } finally {
                rows.dispose();
            }
        } catch (XGBoostError refused) {
            throw new EngineException("The scores cannot be explained.", refused);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
