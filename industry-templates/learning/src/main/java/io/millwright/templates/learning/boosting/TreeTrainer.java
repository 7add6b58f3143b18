package io.millwright.templates.learning.boosting;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** Grows {@link BoostedTrees}, round by round, so that it can be watched and interrupted. */
public final class TreeTrainer {

    private final BoostingOptions options;

    public TreeTrainer(BoostingOptions options) {
        this.options = options;
    }

    /** Grows exactly the rounds of the options. */
    public BoostedTrees train(Labelled training, RoundListener listener) throws InterruptedException {
        return train(training, null, listener);
    }

    /**
     * Grows until the objective's loss on the validation rows has not fallen for the options' patience; the result predicts with the
     * rounds up to the best.
     */
    public BoostedTrees train(Labelled training, @Nullable Labelled validation, RoundListener listener)
            throws InterruptedException {
        try {
            DMatrix rows = Engine.matrix(training);
            DMatrix judged = validation == null ? null : Engine.matrix(validation);
            try {
                return grow(rows, options.parameters(training), judged, listener);
            } finally {
                rows.dispose();
                if (judged != null) {
                    judged.dispose();
                }
            }
        } catch (XGBoostError refused) {
            throw new EngineException("Training failed.", refused);
        }
    }

    private BoostedTrees grow(
            DMatrix rows, Map<String, Object> parameters, @Nullable DMatrix judged, RoundListener listener)
            throws XGBoostError, InterruptedException {
        String loss = options.objective().loss();
        parameters.put("eval_metric", loss);
        Booster booster = XGBoost.train(rows, parameters, 1, new HashMap<>(), null, null);
        for (Map.Entry<String, String> figure :
                options.objective().furtherFigure().entrySet()) {
            booster.setParam(figure.getKey(), figure.getValue());
        }
        BestRound best = new BestRound(options);
        for (int round = 1; round <= options.rounds(); round++) {
            if (round > 1) {
                booster.update(rows, round - 1);
            }
            if (judged == null) {
                listener.round(round, Double.NaN, Double.NaN, Double.NaN);
                continue;
            }
            RoundFigures figures = RoundFigures.parse(
                    booster.evalSet(new DMatrix[] {rows, judged}, new String[] {"t", "v"}, round - 1));
            listener.round(round, figures.of("t-" + loss), figures.of("v-" + loss), figures.of("v-aucpr"));
            if (best.enough(round, figures.of("v-" + loss))) {
                break;
            }
        }
        // A GPU adds up what moved a score in any order; what trees say is the same everywhere only on the processor.
        booster.setParam("device", TreeDevice.PROCESSOR.engineName());
        return new BoostedTrees(booster, judged == null ? options.rounds() : best.round());
    }
}
