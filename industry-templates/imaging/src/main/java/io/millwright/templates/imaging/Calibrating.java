package io.millwright.templates.imaging;

import io.millwright.templates.imaging.dataset.Classes;
import io.millwright.templates.imaging.dataset.Partition;
import io.millwright.templates.imaging.dataset.Pictures;
import io.millwright.templates.imaging.judging.Appearance;
import io.millwright.templates.imaging.judging.Familiarity;
import io.millwright.templates.imaging.judging.Temperature;
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

/**
 * What is learnt from the tenths that networks left out: the temperature, what counts as strange, and an honest loss.
 *
 * @param loss mean log loss of an image that its network had not learnt from
 */
record Calibrating(double temperature, List<Familiarity> familiarity, double loss) {

    private static final int MOST = 3_000;

    static Calibrating of(
            TensorEngine engine,
            Plan plan,
            List<Map<String, Tensor>> weights,
            Pictures pictures,
            Classes classes,
            Partition partition,
            Painter painter,
            Workers workers)
            throws InterruptedException {
        List<Asked> asked = workers.map(weights.size(), at -> {
            try (Network network = Network.of(plan.architecture(), weights.get(at), engine)) {
                return Asked.of(network, at, plan, pictures, partition, painter);
            }
        });
        List<double[]> logits = new ArrayList<>();
        List<byte[]> truth = new ArrayList<>();
        List<Familiarity> familiarity = new ArrayList<>();
        for (Asked each : asked) {
            for (int row = 0; row < each.others().length; row++) {
                byte[] answer = classes.truth()[each.others()[row]];
                if (answer != null) {
                    logits.add(Panel.doubles(each.said().logits()[row]));
                    truth.add(answer);
                }
            }
            familiarity.add(Familiarity.of(
                    wide(each.known().features()),
                    kinds(classes, each.learnt()),
                    classes.names().size(),
                    wide(each.said().features())));
        }
        int[] all = thinned(partition.learning());
        double[][] looks = Arrays.stream(all)
                .mapToObj(row -> Appearance.of(pictures.pixels(row)))
                .toArray(double[][]::new);
        familiarity.add(
                Familiarity.of(looks, kinds(classes, all), classes.names().size(), looks));
        double[][] said = logits.toArray(double[][]::new);
        byte[][] answers = truth.toArray(byte[][]::new);
        double temperature = Temperature.fit(said, answers, classes.exclusive());
        double loss = said.length == 0 ? 0 : Temperature.loss(said, answers, classes.exclusive(), temperature);
        return new Calibrating(temperature, familiarity, loss);
    }

    /**
     * What one network says.
     *
     * @param learnt rows it learnt from, thinned
     * @param known of these
     * @param others rows it left out
     * @param said of these
     */
    private record Asked(int[] learnt, Predictor.Said known, int[] others, Predictor.Said said) {

        static Asked of(Network network, int at, Plan plan, Pictures pictures, Partition partition, Painter painter)
                throws InterruptedException {
            int tenths = Math.max(1, Arrays.stream(partition.fold()).max().orElse(0) + 1);
            int[] learnt = thinned(rows(partition, at % tenths, false));
            int[] others = rows(partition, at % tenths, true);
            List<Variation> views = Variation.views(plan.views(), plan.mirrored());
            Predictor once = new Predictor(network, painter, List.of(Variation.NONE));
            return new Asked(
                    learnt,
                    once.predict(pictures.of(learnt)),
                    others,
                    new Predictor(network, painter, views).predict(pictures.of(others)));
        }
    }

    private static int[] rows(Partition partition, int tenth, boolean inside) {
        return Arrays.stream(partition.positions(tenth, inside))
                .map(at -> partition.learning()[at])
                .toArray();
    }

    private static int[] kinds(Classes classes, int[] rows) {
        return Arrays.stream(rows).map(classes::classOf).toArray();
    }

    /** Enough of them for means and spreads. */
    private static int[] thinned(int[] rows) {
        int step = Math.max(1, rows.length / MOST);
        return java.util.stream.IntStream.range(0, rows.length / step)
                .map(at -> rows[at * step])
                .toArray();
    }

    private static double[][] wide(float[][] rows) {
        return Arrays.stream(rows).map(Panel::doubles).toArray(double[][]::new);
    }
}
