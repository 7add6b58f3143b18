package io.millwright.templates.imaging.network;

import ai.djl.ndarray.NDManager;
import io.millwright.templates.imaging.pictures.Painter;
import io.millwright.templates.imaging.pictures.Variation;
import java.util.List;

/** What one network says of images: the mean over views. */
public final class Predictor {

    private static final int BATCH = 64;

    private final Network network;
    private final Painter painter;
    private final List<Variation> views;

    public Predictor(Network network, Painter painter, List<Variation> views) {
        this.network = network;
        this.painter = painter;
        this.views = views;
    }

    /**
     * Of some images.
     *
     * @param logits image × output, mean over the views
     * @param features image × feature, of the first view
     */
    public record Said(float[][] logits, float[][] features) {}

    public Said predict(byte[][] images) throws InterruptedException {
        TensorEngine.alone();
        Architecture shape = network.architecture();
        float[][] logits = new float[images.length][shape.outputs()];
        float[][] features = new float[images.length][];
        for (int from = 0; from < images.length; from += BATCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int count = Math.min(BATCH, images.length - from);
            for (int view = 0; view < views.size(); view++) {
                look(images, from, count, view, logits, features);
            }
        }
        return new Said(logits, features);
    }

    private void look(byte[][] images, int from, int count, int view, float[][] logits, float[][] features) {
        Architecture shape = network.architecture();
        try (NDManager manager = network.manager().newSubManager()) {
            Network.Output output = network.forward(
                    Network.create(manager, paint(images, from, count, views.get(view)), shape(count)), false, null);
            float[] said = output.logits().toFloatArray();
            for (int at = 0; at < said.length; at++) {
                logits[from + at / shape.outputs()][at % shape.outputs()] += said[at] / views.size();
            }
            if (view == 0) {
                float[] found = output.features().toFloatArray();
                for (int row = 0; row < count; row++) {
                    features[from + row] =
                            java.util.Arrays.copyOfRange(found, row * shape.features(), (row + 1) * shape.features());
                }
            }
        }
    }

    /**
     * Where a network looked for an output: Grad-CAM (Selvaraju et al. 2017), which for a mean followed by one linear step
     * is the maps weighted by that step.
     *
     * @param outputs for each image the output asked about
     * @return for each image a map of {@link #mapWidth()} columns, row by row; above zero speaks for the output
     */
    public float[][] saliency(byte[][] images, int[] outputs) {
        TensorEngine.alone();
        Architecture shape = network.architecture();
        float[] weights = network.array("fc.weight").toFloatArray();
        float[][] found = new float[images.length][];
        for (int row = 0; row < images.length; row++) {
            try (NDManager manager = network.manager().newSubManager()) {
                float[] maps = network.forward(
                                Network.create(manager, paint(images, row, 1, Variation.NONE), shape(1)), false, null)
                        .maps()
                        .toFloatArray();
                int plane = maps.length / shape.features();
                float[] map = new float[plane];
                for (int feature = 0; feature < shape.features(); feature++) {
                    float weight = contrast(weights, outputs[row], feature);
                    for (int at = 0; at < plane; at++) {
                        map[at] += weight * maps[feature * plane + at];
                    }
                }
                found[row] = map;
            }
        }
        return found;
    }

    /** For the output and against the mean of the others: what speaks for all says nothing. */
    private float contrast(float[] weights, int output, int feature) {
        Architecture shape = network.architecture();
        float others = 0;
        for (int other = 0; other < shape.outputs(); other++) {
            others += other == output ? 0 : weights[other * shape.features() + feature];
        }
        return weights[output * shape.features() + feature] - others / Math.max(1, shape.outputs() - 1);
    }

    /** Columns of a saliency map. */
    public int mapWidth() {
        Architecture shape = network.architecture();
        int side = (shape.width() + shape.stride() - 1) / shape.stride();
        side = shape.pooled() ? (side + 1) / 2 : side;
        for (int stage = 1; stage < shape.widths().size(); stage++) {
            side = (side + 1) / 2;
        }
        return side;
    }

    private long[] shape(int count) {
        Architecture shape = network.architecture();
        return new long[] {count, shape.channels(), shape.height(), shape.width()};
    }

    private float[] paint(byte[][] images, int from, int count, Variation view) {
        Architecture shape = network.architecture();
        int values = shape.channels() * shape.height() * shape.width();
        float[] pixels = new float[count * values];
        for (int row = 0; row < count; row++) {
            painter.paint(images[from + row], view, pixels, row * values);
        }
        return pixels;
    }
}
