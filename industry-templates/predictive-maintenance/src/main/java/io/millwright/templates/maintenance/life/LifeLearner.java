package io.millwright.templates.maintenance.life;

import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Labelled;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.boosting.TreeTrainer;
import io.millwright.templates.learning.linear.LinearModel;
import io.millwright.templates.learning.workers.Workers;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.conditions.Scaling;
import io.millwright.templates.maintenance.features.Frame;
import io.millwright.templates.maintenance.features.Windows;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Learns the remaining life from machines whose failure is known. */
public final class LifeLearner {

    /** Shares of a typical life that are hidden in copies of the rows, so that histories that begin late are known too. */
    private static final double[] HIDDEN = {0, 0.1, 0.25};

    /** What a row of such a copy counts: it has been learnt from once, and histories are whole more often than not. */
    private static final float COPIED = 0.4f;

    /** Rows with much more life left than the cut teach nothing more. */
    private static final double BEYOND_CUT = 1.1;

    /** Where wear begins is not known exactly: members cut lives off at up to so much less and more. */
    private static final double SPREAD = 0.1;

    private static final int MOST_ROWS = 60_000;

    private final Fleet fleet;
    private final double[] remaining;
    private final Conditions conditions;
    private final double chosenCut;
    private final long seed;
    private final Workers workers;

    /**
     * @param remaining per row; NaN where it is not known
     * @param chosenCut a person's choice of how far ahead one can see; 0 to find it
     */
    public LifeLearner(
            Fleet fleet, double[] remaining, Conditions conditions, double chosenCut, long seed, Workers workers) {
        this.fleet = fleet;
        this.remaining = remaining;
        this.conditions = conditions;
        this.chosenCut = chosenCut;
        this.seed = seed;
        this.workers = workers;
    }

    /** Hears on any thread when a booster has grown by a round. */
    public interface Listener {
        void round() throws InterruptedException;
    }

    Workers workers() {
        return workers;
    }

    /** Learns from some machines with some members. */
    public LifeModel learn(int[] assets, BoostingOptions options, int members, Listener listener)
            throws InterruptedException {
        Scaling scaling = Scaling.of(fleet, assets, conditions);
        int[] moving = moving(scaling);
        double[][] all = scaled(scaling, moving, assets);
        int[] telling = Telling.of(all, remaining, known(assets));
        int[] channels = Arrays.stream(telling).map(at -> moving[at]).toArray();
        double[][] scaled = Arrays.stream(telling).mapToObj(at -> all[at]).toArray(double[][]::new);
        double typical = typicalLife(assets);
        double cut = chosenCut > 0 ? chosenCut : Knee.find(fleet, scaled, remaining, assets, typical);
        LinearModel health = Knee.health(scaled, remaining, known(assets), cut);
        int lengths = Arrays.stream(assets)
                .map(asset -> fleet.end(asset) - fleet.first(asset))
                .sorted()
                .toArray()[assets.length / 2];
        Frame frame = new Frame(conditions, scaling, channels, health, Windows.of(lengths));
        BoostedTrees[] grown = new BoostedTrees[members];
        workers.each(members, member -> {
            double own = cut * (1 + SPREAD * (members == 1 ? 0 : 2.0 * member / (members - 1) - 1));
            grown[member] = new TreeTrainer(options.withSeed(seed * 1_000 + member))
                    .train(
                            rows(frame, assets, own, lengths),
                            (round, training, validation, figure) -> listener.round());
        });
        return LifeModel.of(frame, cut, List.of(grown));
    }

    private int[] moving(Scaling scaling) {
        return IntStream.range(0, fleet.sensors().length)
                .filter(sensor -> !conditions.sensors().containsKey(sensor))
                .filter(sensor -> IntStream.range(0, conditions.count())
                        .anyMatch(condition -> (condition > 0 || conditions.count() == 1)
                                && scaling.deviation()[condition][sensor] > 0))
                .toArray();
    }

    private double[][] scaled(Scaling scaling, int[] channels, int[] assets) {
        double[][] scaled = new double[channels.length][fleet.rows()];
        for (int asset : assets) {
            int first = fleet.first(asset);
            int[] condition = conditions.of(fleet, first, fleet.end(asset));
            for (int channel = 0; channel < channels.length; channel++) {
                double[] values = scaling.apply(fleet, channels[channel], first, condition);
                System.arraycopy(values, 0, scaled[channel], first, values.length);
            }
        }
        return scaled;
    }

    private double typicalLife(int[] assets) {
        double[] lives = Arrays.stream(assets)
                .mapToDouble(asset -> remaining[fleet.first(asset)])
                .filter(life -> !Double.isNaN(life))
                .sorted()
                .toArray();
        return lives[lives.length / 2];
    }

    private int[] known(int[] assets) {
        return Arrays.stream(assets)
                .flatMap(asset -> IntStream.range(fleet.first(asset), fleet.end(asset)))
                .filter(row -> !Double.isNaN(remaining[row]))
                .toArray();
    }

    private Labelled rows(Frame frame, int[] assets, double cut, int typicalRows) {
        List<Copy> copies = new ArrayList<>();
        long count = 0;
        for (int asset : assets) {
            for (double share : HIDDEN) {
                int from = fleet.first(asset) + (int) Math.round(share * typicalRows);
                if (from < fleet.end(asset)) {
                    copies.add(new Copy(from, fleet.end(asset), share == 0 ? 1 : COPIED));
                    count += fleet.end(asset) - from;
                }
            }
        }
        int width = frame.width();
        float[] cells = new float[0];
        float[] labels = new float[0];
        float[] weights = new float[0];
        int filled = 0;
        long seen = 0;
        for (Copy copy : copies) {
            float[] all = frame.rows(fleet, copy.from(), copy.to());
            int more = copy.to() - copy.from();
            cells = Arrays.copyOf(cells, Math.max(cells.length, roomFor((filled + more) * width, cells.length)));
            labels = Arrays.copyOf(labels, Math.max(labels.length, roomFor(filled + more, labels.length)));
            weights = Arrays.copyOf(weights, labels.length);
            for (int row = copy.from(); row < copy.to(); row++) {
                if (kept(seen++, count) && remaining[row] <= BEYOND_CUT * cut) {
                    System.arraycopy(all, (row - copy.from()) * width, cells, filled * width, width);
                    weights[filled] = copy.weight();
                    labels[filled++] = (float) Math.min(remaining[row], cut);
                }
            }
        }
        return new Labelled(
                new Matrix(Arrays.copyOf(cells, filled * width), filled, width),
                Arrays.copyOf(labels, filled),
                Arrays.copyOf(weights, filled));
    }

    /** A history from a row on, and what its rows count. */
    private record Copy(int from, int to, float weight) {}

    /** Evenly so many of all as there may be. */
    private static boolean kept(long number, long count) {
        return count <= MOST_ROWS || (number + 1) * MOST_ROWS / count > number * MOST_ROWS / count;
    }

    private static int roomFor(int needed, int present) {
        return needed <= present ? present : Math.max(needed, present + (present >> 1));
    }
}
