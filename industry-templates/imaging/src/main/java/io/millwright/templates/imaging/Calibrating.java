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
            boolean mirrored)
            throws InterruptedException {
        List<double[]> logits = new ArrayList<>();
        List<byte[]> truth = new ArrayList<>();
        List<Familiarity> familiarity = new ArrayList<>();
        int tenths = Math.max(1, Arrays.stream(partition.fold()).max().orElse(0) + 1);
        for (int at = 0; at < weights.size(); at++) {
            int[] learnt = thinned(rows(partition, at % tenths, false));
            int[] others = rows(partition, at % tenths, true);
            try (Network network = Network.of(plan.architecture(), weights.get(at), engine)) {
                List<Variation> views = Variation.views(plan.views(), mirrored);
                Predictor.Said said = new Predictor(network, painter, views).predict(pictures.of(others));
                Predictor.Said known =
                        new Predictor(network, painter, List.of(Variation.NONE)).predict(pictures.of(learnt));
                for (int row = 0; row < others.length; row++) {
                    byte[] answer = classes.truth()[others[row]];
                    if (answer != null) {
                        logits.add(Panel.doubles(said.logits()[row]));
                        truth.add(answer);
                    }
                }
                familiarity.add(Familiarity.of(
                        wide(known.features()),
                        kinds(classes, learnt),
                        classes.names().size(),
                        wide(said.features())));
            }
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
