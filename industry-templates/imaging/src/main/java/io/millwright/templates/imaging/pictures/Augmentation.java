package io.millwright.templates.imaging.pictures;

import java.util.SplittableRandom;

/**
 * How far an image may be varied so that it still shows the same.
 *
 * @param rotation degrees to either side
 * @param zoom share of the size, in or out
 * @param shift share of the sides
 * @param mirrored whether left and right may change places
 * @param turned whether top and bottom may too
 * @param contrast share, up or down
 * @param brightness share of the whole range, up or down
 * @param gamma exponent around one, up or down
 * @param noise standard deviation as a share of the whole range
 */
public record Augmentation(
        double rotation,
        double zoom,
        double shift,
        boolean mirrored,
        boolean turned,
        double contrast,
        double brightness,
        double gamma,
        double noise) {

    /** Small changes, which an image always bears. */
    public static Augmentation light(boolean mirrored, boolean turned) {
        return new Augmentation(5, 0.06, 0.05, mirrored, turned, 0.1, 0.1, 0.1, 0.01);
    }

    /** The same, so many times as strong. */
    public Augmentation times(double strength) {
        return new Augmentation(
                rotation * strength,
                zoom * strength,
                shift * strength,
                mirrored,
                turned,
                contrast * strength,
                brightness * strength,
                gamma * strength,
                noise * strength);
    }

    /** One change by chance. */
    Variation draw(SplittableRandom random) {
        return new Variation(
                Math.toRadians(around(rotation, random)),
                1 + around(zoom, random),
                around(shift, random),
                around(shift, random),
                mirrored && random.nextBoolean(),
                turned && random.nextBoolean(),
                1 + around(contrast, random),
                around(brightness, random),
                1 + around(gamma, random),
                noise);
    }

    private static double around(double reach, SplittableRandom random) {
        return reach * (2 * random.nextDouble() - 1);
    }
}
