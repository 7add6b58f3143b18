package io.millwright.templates.imaging;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.imaging.dataset.Pictures;
import io.millwright.templates.imaging.judging.Appearance;
import io.millwright.templates.imaging.judging.Familiarity;
import io.millwright.templates.imaging.judging.Judgement;
import io.millwright.templates.imaging.judging.Temperature;
import io.millwright.templates.imaging.model.ImagingModel;
import io.millwright.templates.imaging.model.Recipe;
import io.millwright.templates.imaging.network.Network;
import io.millwright.templates.imaging.network.Predictor;
import io.millwright.templates.imaging.network.Tensor;
import io.millwright.templates.imaging.network.TensorEngine;
import io.millwright.templates.imaging.pictures.Painter;
import io.millwright.templates.imaging.pictures.Variation;
import io.millwright.templates.learning.workers.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The networks of a model at work; training and scoring ask images the same way. Close it. */
public final class Panel implements AutoCloseable {

    /** A multiple of what a network looks at together. */
    private static final int CHUNK = 256;

    private final Recipe recipe;
    private final List<Familiarity> familiarity;
    private final Workers workers;
    private final List<Network> networks = new ArrayList<>();
    private final List<Predictor> predictors = new ArrayList<>();

    public Panel(ImagingModel model, TensorEngine engine, int cpus) {
        this.recipe = model.recipe();
        this.workers = new Workers(Math.min(cpus, recipe.networks()));
        this.familiarity = model.familiarity();
        List<Variation> views = Variation.views(recipe.views(), recipe.mirrored());
        for (Map<String, Tensor> weights : model.weights()) {
            Network network = Network.of(recipe.architecture(), weights, engine);
            networks.add(network);
            predictors.add(new Predictor(network, new Painter(recipe.input(), recipe.standardisation()), views));
        }
    }

    /** Asks about some rows: the order and company of images change nothing but the last digits. */
    public Judgement judge(Pictures pictures, int[] rows, Progress progress, double from, double to)
            throws InterruptedException {
        double[][] probabilities = new double[rows.length][];
        double[] strangeness = new double[rows.length];
        for (int start = 0; start < rows.length; start += CHUNK) {
            progress.update(from + (to - from) * start / rows.length, "Looking at the images");
            int[] some = java.util.Arrays.copyOfRange(rows, start, Math.min(rows.length, start + CHUNK));
            byte[][] images = pictures.of(some);
            double[][] logits = new double[some.length][recipe.classes().size()];
            List<Predictor.Said> answers = workers.map(
                    networks.size(), network -> predictors.get(network).predict(images));
            for (int network = 0; network < networks.size(); network++) {
                Predictor.Said said = answers.get(network);
                for (int at = 0; at < some.length; at++) {
                    for (int output = 0; output < logits[at].length; output++) {
                        logits[at][output] += said.logits()[at][output] / networks.size();
                    }
                    strangeness[start + at] +=
                            familiarity.get(network).strangeness(doubles(said.features()[at])) / networks.size();
                }
            }
            for (int at = 0; at < some.length; at++) {
                probabilities[start + at] =
                        Temperature.probabilities(logits[at], recipe.exclusive(), recipe.temperature());
                double looks = familiarity.getLast().strangeness(Appearance.of(pictures.pixels(some[at])));
                strangeness[start + at] = Math.max(strangeness[start + at], looks);
            }
        }
        return new Judgement(rows, probabilities, strangeness);
    }

    /** Where the networks looked for a class in one image: mean of their maps. */
    public float[] saliency(byte[] image, int output) {
        float[] mean = null;
        for (Predictor predictor : predictors) {
            float[] map = predictor.saliency(new byte[][] {image}, new int[] {output})[0];
            if (mean == null) {
                mean = new float[map.length];
            }
            for (int at = 0; at < map.length; at++) {
                mean[at] += map[at] / predictors.size();
            }
        }
        return mean == null ? new float[0] : mean;
    }

    public int mapWidth() {
        return predictors.getFirst().mapWidth();
    }

    static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int at = 0; at < wide.length; at++) {
            wide[at] = values[at];
        }
        return wide;
    }

    @Override
    public void close() {
        networks.forEach(Network::close);
    }
}
