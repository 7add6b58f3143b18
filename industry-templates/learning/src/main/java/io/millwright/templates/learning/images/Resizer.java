package io.millwright.templates.learning.images;

/** Brings an image to a size: means over areas where it shrinks, lines between pixels where it grows. */
public final class Resizer {

    private Resizer() {}

    public static Pixels resize(Pixels image, int width, int height) {
        if (image.width() == width && image.height() == height) {
            return image;
        }
        Axis across = Axis.of(image.width(), width);
        Axis down = Axis.of(image.height(), height);
        byte[] values = new byte[width * height * image.channels()];
        float[] narrow = new float[image.height() * width];
        for (int channel = 0; channel < image.channels(); channel++) {
            int source = channel * image.width() * image.height();
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < width; x++) {
                    float sum = 0;
                    for (int tap = 0; tap < across.weights[x].length; tap++) {
                        sum += across.weights[x][tap]
                                * (image.values()[source + y * image.width() + across.first[x] + tap] & 0xFF);
                    }
                    narrow[y * width + x] = sum;
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float sum = 0;
                    for (int tap = 0; tap < down.weights[y].length; tap++) {
                        sum += down.weights[y][tap] * narrow[(down.first[y] + tap) * width + x];
                    }
                    values[(channel * height + y) * width + x] = (byte) Math.round(sum);
                }
            }
        }
        return new Pixels(width, height, image.channels(), values);
    }

    /** For each wanted place the first given pixel and the weights from there on; they sum to one. */
    private record Axis(int[] first, float[][] weights) {

        static Axis of(int given, int wanted) {
            int[] first = new int[wanted];
            float[][] weights = new float[wanted][];
            double ratio = (double) given / wanted;
            double reach = Math.max(1, ratio) / 2;
            for (int at = 0; at < wanted; at++) {
                double centre = (at + 0.5) * ratio;
                int from = Math.max(0, (int) Math.floor(centre - reach - 0.5));
                int to = Math.min(given - 1, (int) Math.ceil(centre + reach - 0.5));
                float[] found = new float[to - from + 1];
                float sum = 0;
                for (int tap = from; tap <= to; tap++) {
                    float weight = (float)
                            (ratio > 1
                                    ? overlap(tap, centre - reach, centre + reach)
                                    : Math.max(0, 1 - Math.abs(tap + 0.5 - centre)));
                    found[tap - from] = weight;
                    sum += weight;
                }
                for (int tap = 0; tap < found.length; tap++) {
                    found[tap] /= sum;
                }
                first[at] = from;
                weights[at] = found;
            }
            return new Axis(first, weights);
        }

        private static double overlap(int pixel, double from, double to) {
            return Math.max(0, Math.min(pixel + 1.0, to) - Math.max(pixel, from));
        }
    }
}
