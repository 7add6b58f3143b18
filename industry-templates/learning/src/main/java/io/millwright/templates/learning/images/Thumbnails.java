package io.millwright.templates.learning.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small PNG pictures in Base64 for reports. */
public final class Thumbnails {

    /** Longer side at most; so a picture stays below 48 KiB. */
    public static final int SIDE = 112;

    private static final int STRONGEST = 170;

    private Thumbnails() {}

    /** The image, at most {@value #SIDE} pixels long; small ones are enlarged in whole steps. */
    public static String of(Pixels image) {
        Pixels fitted = fitted(image);
        BufferedImage picture = new BufferedImage(
                fitted.width(),
                fitted.height(),
                fitted.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < fitted.height(); y++) {
            for (int x = 0; x < fitted.width(); x++) {
                if (fitted.channels() == 1) {
                    picture.getRaster().setSample(x, y, 0, fitted.value(0, y, x));
                } else {
                    picture.setRGB(
                            x, y, fitted.value(0, y, x) << 16 | fitted.value(1, y, x) << 8 | fitted.value(2, y, x));
                }
            }
        }
        return base64(picture);
    }

    /**
     * A heat map to lay over the thumbnail of an image: clear where nothing spoke for it, red where most did.
     *
     * @param map row by row
     * @param columns of the map
     */
    public static String overlay(Pixels image, float[] map, int columns) {
        Pixels fitted = fitted(image);
        float most = 1e-6f;
        for (float value : map) {
            most = Math.max(most, value);
        }
        byte[] levels = new byte[map.length];
        for (int at = 0; at < map.length; at++) {
            levels[at] = (byte) Math.round(255 * Math.max(0, map[at]) / most);
        }
        Pixels heat =
                Resizer.resize(new Pixels(columns, map.length / columns, 1, levels), fitted.width(), fitted.height());
        BufferedImage picture = new BufferedImage(fitted.width(), fitted.height(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < fitted.height(); y++) {
            for (int x = 0; x < fitted.width(); x++) {
                int level = heat.value(0, y, x);
                picture.setRGB(x, y, level * STRONGEST / 255 << 24 | 0xFF0000 | (200 - level * 160 / 255) << 8);
            }
        }
        return base64(picture);
    }

    private static Pixels fitted(Pixels image) {
        int longer = Math.max(image.width(), image.height());
        double scale = longer > SIDE ? (double) SIDE / longer : SIDE / longer;
        return Resizer.resize(image, Math.max(1, (int) Math.round(image.width() * scale)), Math.max(1, (int)
                Math.round(image.height() * scale)));
    }

    /** The bytes of a PNG file. */
    public static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String base64(BufferedImage picture) {
        return Base64.getEncoder().encodeToString(png(picture));
    }
}
