package io.millwright.templates.imaging;

import io.millwright.templates.imaging.dataset.Classes;
import io.millwright.templates.imaging.dataset.Listing;
import io.millwright.templates.imaging.network.Architecture;
import io.millwright.templates.imaging.network.Lesson;
import io.millwright.templates.imaging.pictures.Augmentation;
import io.millwright.templates.imaging.pictures.InputSize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a set is learnt from, as its images, their number and the effort ask for.
 *
 * @param networks trained side by side and averaged
 * @param views that a prediction is the mean of
 * @param trials choices that are tried before
 */
record Plan(InputSize input, Architecture architecture, Lesson lesson, int networks, int views, int trials) {

    /** Multiplications and additions a second of one core, forwards and back, as seen on a busy 2-core machine. */
    private static final double WORK_PER_SECOND = 1.4e10;

    /** Seconds that a step takes however small its images are. */
    private static final double STEP = 0.01;

    private static final int SMALLEST = 8;
    private static final double RATE = 0.004;
    private static final double DECAY = 0.02;
    private static final double SMOOTHING = 0.05;
    private static final double DROPOUT = 0.2;
    private static final long ENGINE = 700L << 20;

    static Plan of(Listing listing, Classes classes, int learning, Settings settings) {
        boolean quick = settings.preset().equals("quick");
        boolean best = settings.preset().equals("best");
        InputSize input = input(listing, settings, quick ? 48 : best ? 128 : 96);
        Architecture architecture = architecture(input, classes.names().size());
        int batch = learning < 400 ? 16 : learning < 1_500 ? 32 : 64;
        // enough steps for few images, no more passes than needed for many
        double seen = quick ? 16_000 : best ? 150_000 : 75_000;
        int epochs = (int) Math.clamp(Math.round(seen / Math.max(1, learning)), quick ? 2 : 4, quick ? 30 : 60);
        Lesson lesson = new Lesson(
                settings.epochs() > 0 ? settings.epochs() : epochs,
                batch,
                RATE,
                DECAY,
                SMOOTHING,
                DROPOUT,
                Augmentation.light(
                                settings.mirroring().mirrors(),
                                settings.mirroring().turns())
                        .times(learning < 2_000 ? 1.5 : 1));
        int networks = settings.networks() > 0 ? settings.networks() : quick ? 2 : best ? 6 : 4;
        return new Plan(input, architecture, lesson, networks, quick ? 2 : 6, best ? 6 : 0);
    }

    /** With what a trial found best: names as in {@link SearchSpace}. */
    Plan with(Map<String, String> chosen) {
        Lesson better = new Lesson(
                lesson.epochs(),
                lesson.batch(),
                Double.parseDouble(chosen.getOrDefault("learningRate", Double.toString(lesson.rate()))),
                lesson.decay(),
                lesson.smoothing(),
                lesson.dropout(),
                lesson.augmentation().times(Double.parseDouble(chosen.getOrDefault("augmentation", "1"))));
        return new Plan(input, architecture, better, networks, views, trials);
    }

    /** One network for a trial, with a share of the effort. */
    Plan forTrial(double budget) {
        int epochs = Math.max(1, (int) Math.round(lesson.epochs() * budget / 2));
        Lesson shorter = new Lesson(
                epochs,
                lesson.batch(),
                lesson.rate(),
                lesson.decay(),
                lesson.smoothing(),
                lesson.dropout(),
                lesson.augmentation());
        return new Plan(input, architecture, shorter, 1, 1, 0);
    }

    Plan starting(Architecture given) {
        return new Plan(input, given, lesson, given.size() > 2_000_000 ? 1 : networks, views, trials);
    }

    boolean mirrored() {
        return lesson.augmentation().mirrored();
    }

    double seconds(int learning, int others, int cpus) {
        double passes = lesson.epochs() * (1 + trials / 12.0) * 3.0 * learning + (double) views * (learning + others);
        double steps = lesson.epochs() * (1 + trials / 12.0) * Math.ceil((double) learning / lesson.batch());
        double side = Math.ceil((double) networks / Math.min(networks, cpus));
        double each = steps * STEP + passes * architecture.work() / WORK_PER_SECOND;
        return 4 + 0.0005 * (learning + others) + each * side;
    }

    long memoryBytes(int images) {
        double batches = (double) lesson.batch() * architecture.activationBytes() * networks;
        return ENGINE + (long) (batches + 16.0 * architecture.size() * networks + 3.0 * images * input.values());
    }

    /** The usual size and shape of the images, as far as the effort allows. */
    private static InputSize input(Listing listing, Settings settings, int most) {
        double[] widths = new double[listing.size()];
        double[] heights = new double[listing.size()];
        double[] channels = new double[listing.size()];
        for (int row = 0; row < widths.length; row++) {
            widths[row] = listing.number("width", row, 64);
            heights[row] = listing.number("height", row, 64);
            channels[row] = listing.number("channels", row, 3);
        }
        Arrays.sort(widths);
        Arrays.sort(heights);
        Arrays.sort(channels);
        double width = widths[widths.length / 2];
        double height = heights[heights.length / 2];
        double shape = Math.clamp(width / height, 0.5, 2);
        double side = settings.side() > 0 ? settings.side() : Math.clamp(Math.sqrt(width * height), SMALLEST, most);
        int across = (int) Math.max(SMALLEST, Math.round(side * Math.sqrt(shape)));
        int down = (int) Math.max(SMALLEST, Math.round(side / Math.sqrt(shape)));
        return new InputSize(across, down, channels[channels.length / 2] >= 3 ? 3 : 1);
    }

    /** Narrow and shallow: hundreds or thousands of images do not feed more. */
    private static Architecture architecture(InputSize input, int outputs) {
        int side = Math.max(input.width(), input.height());
        boolean wide = outputs > 10;
        List<Integer> widths = side > 80 ? List.of(16, 32, 64, 96) : wide ? List.of(24, 48, 96) : List.of(16, 32, 64);
        return new Architecture(
                input.channels(),
                input.height(),
                input.width(),
                3,
                side > 40 ? 2 : 1,
                false,
                widths,
                widths.stream().map(width -> 1).toList(),
                outputs);
    }
}
