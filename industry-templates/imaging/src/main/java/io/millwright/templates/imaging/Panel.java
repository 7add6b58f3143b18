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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The networks of a model at work; training and scoring ask images the same way. Close it. */
public final class Panel implements AutoCloseable {

    /** Images after which it is told how far one is; as many as a network looks at together. */
    private static final int CHUNK = 64;

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

    /**
     * Asks about some rows: the order and company of images change nothing but the last digits. Each network is asked about all of
     * them on one thread, since every new thread keeps native memory of its own.
     */
    public Judgement judge(Pictures pictures, int[] rows, Progress progress, double from, double to)
            throws InterruptedException {
        Told told = new Told(progress, from, to, networks.size() * rows.length);
        List<Opinion> opinions = workers.map(networks.size(), network -> opinion(network, pictures, rows, told));
        double[][] probabilities = new double[rows.length][];
        double[] strangeness = new double[rows.length];
        for (int at = 0; at < rows.length; at++) {
            double[] logits = new double[recipe.classes().size()];
            for (Opinion opinion : opinions) {
                for (int output = 0; output < logits.length; output++) {
                    logits[output] += opinion.logits()[at][output] / networks.size();
                }
                strangeness[at] += opinion.strangeness()[at] / networks.size();
            }
            probabilities[at] = Temperature.probabilities(logits, recipe.exclusive(), recipe.temperature());
            double looks = familiarity.getLast().strangeness(Appearance.of(pictures.pixels(rows[at])));
            strangeness[at] = Math.max(strangeness[at], looks);
        }
        return new Judgement(rows, probabilities, strangeness);
    }

    /** What one network says: by position among the rows. */
    private record Opinion(float[][] logits, double[] strangeness) {}

    private Opinion opinion(int network, Pictures pictures, int[] rows, Told told) throws InterruptedException {
        Opinion opinion = new Opinion(new float[rows.length][], new double[rows.length]);
        for (int start = 0; start < rows.length; start += CHUNK) {
            int[] some = Arrays.copyOfRange(rows, start, Math.min(rows.length, start + CHUNK));
            Predictor.Said said = predictors.get(network).predict(pictures.of(some));
            for (int at = 0; at < some.length; at++) {
                opinion.logits()[start + at] = said.logits()[at];
                opinion.strangeness()[start + at] = familiarity.get(network).strangeness(doubles(said.features()[at]));
            }
            told.further(some.length);
        }
        return opinion;
    }

    /** Tells how far all networks are together: never falling, whoever tells it. */
    private static final class Told {

        private final Progress progress;
        private final double from;
        private final double to;
        private final int all;
        private int done;

        Told(Progress progress, double from, double to, int all) {
            this.progress = progress;
            this.from = from;
            this.to = to;
            this.all = all;
        }

        synchronized void further(int images) throws InterruptedException {
            done += images;
            progress.update(Math.min(to, from + (to - from) * done / all), "Looking at the images");
        }
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
