package io.millwright.templates.imaging.pictures;

import java.util.SplittableRandom;

/** Turns stored bytes into the numbers that a network gets. Safe to use from any thread. */
public final class Painter {

    private final InputSize size;
    private final Standardisation standardisation;

    public Painter(InputSize size, Standardisation standardisation) {
        this.size = size;
        this.standardisation = standardisation;
    }

    /** As a variation shows it. */
    public void paint(byte[] image, Variation how, float[] into, int from) {
        paint(image, how, new SplittableRandom(0), into, from);
    }

    /** Changed by chance. */
    public void paint(byte[] image, Augmentation how, SplittableRandom random, float[] into, int from) {
        paint(image, how.draw(random), random, into, from);
    }

    private void paint(byte[] image, Variation how, SplittableRandom random, float[] into, int from) {
        float[] curve = new float[256];
        for (int level = 0; level < curve.length; level++) {
            double bent = how.gamma() == 1 ? level / 255.0 : StrictMath.pow(level / 255.0, how.gamma());
            curve[level] = (float) Math.clamp((bent - 0.5) * how.contrast() + 0.5 + how.brightness(), 0, 1);
        }
        warp(image, how, curve, into, from);
        if (how.noise() > 0) {
            for (int at = from; at < from + size.values(); at++) {
                into[at] += (float) (how.noise() * roughlyNormal(random));
            }
        }
        standardisation.apply(into, from, size.values());
    }

    private void warp(byte[] image, Variation how, float[] curve, float[] into, int from) {
        int width = size.width();
        int height = size.height();
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        double cosine = StrictMath.cos(how.angle()) / how.zoom();
        double sine = StrictMath.sin(how.angle()) / how.zoom();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (how.mirrored() ? width - 1 - x : x) - middleX;
                double dy = (how.turned() ? height - 1 - y : y) - middleY;
                double sourceX = cosine * dx - sine * dy + middleX + how.right() * width;
                double sourceY = sine * dx + cosine * dy + middleY + how.down() * height;
                sample(image, sourceX, sourceY, curve, into, from + y * width + x);
            }
        }
    }

    /** Between four pixels; outside, the nearest one at the edge. */
    private void sample(byte[] image, double x, double y, float[] curve, float[] into, int at) {
        int plane = size.width() * size.height();
        double insideX = Math.clamp(x, 0, size.width() - 1.0);
        double insideY = Math.clamp(y, 0, size.height() - 1.0);
        int left = (int) insideX;
        int top = (int) insideY;
        int right = Math.min(left + 1, size.width() - 1);
        int bottom = Math.min(top + 1, size.height() - 1);
        float shareX = (float) (insideX - left);
        float shareY = (float) (insideY - top);
        for (int channel = 0; channel < size.channels(); channel++) {
            int upper = channel * plane + top * size.width();
            int lower = channel * plane + bottom * size.width();
            float above = mix(curve[image[upper + left] & 0xFF], curve[image[upper + right] & 0xFF], shareX);
            float below = mix(curve[image[lower + left] & 0xFF], curve[image[lower + right] & 0xFF], shareX);
            into[at + channel * plane] = mix(above, below, shareY);
        }
    }

    private static float mix(float one, float other, float share) {
        return one + (other - one) * share;
    }

    /** A sum of three uniform numbers, which for noise is normal enough. */
    private static double roughlyNormal(SplittableRandom random) {
        return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
    }
}
