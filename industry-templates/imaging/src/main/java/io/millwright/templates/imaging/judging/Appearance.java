package io.millwright.templates.imaging.judging;

import io.millwright.templates.learning.images.Pixels;

/** Plain figures of how an image looks, so that noise, negatives and blank ones are noticed whatever a network makes of them. */
public final class Appearance {

    private Appearance() {}

    /** Mean, deviation, skew, steps across and down, colourfulness. */
    public static double[] of(Pixels image) {
        Pixels grey = image.grey();
        int count = grey.values().length;
        double mean = 0;
        for (byte value : grey.values()) {
            mean += (value & 0xFF) / 255.0 / count;
        }
        double squares = 0;
        double cubes = 0;
        double across = 0;
        double down = 0;
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                double value = grey.value(0, y, x) / 255.0;
                squares += (value - mean) * (value - mean) / count;
                cubes += StrictMath.pow(value - mean, 3) / count;
                across += x == 0 ? 0 : Math.abs(value - grey.value(0, y, x - 1) / 255.0) / count;
                down += y == 0 ? 0 : Math.abs(value - grey.value(0, y - 1, x) / 255.0) / count;
            }
        }
        double deviation = Math.sqrt(squares);
        return new double[] {
            mean,
            deviation,
            cubes / StrictMath.pow(deviation + 0.02, 3),
            StrictMath.log(across + 0.005),
            StrictMath.log(down + 0.005),
            colourfulness(image)
        };
    }

    private static double colourfulness(Pixels image) {
        if (image.channels() == 1) {
            return 0;
        }
        double sum = 0;
        int plane = image.width() * image.height();
        for (int at = 0; at < plane; at++) {
            int red = image.values()[at] & 0xFF;
            int green = image.values()[plane + at] & 0xFF;
            int blue = image.values()[2 * plane + at] & 0xFF;
            sum += (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue))) / 255.0 / plane;
        }
        return sum;
    }
}
