package io.millwright.portal.ui.world;

import io.millwright.plugins.api.Chart.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** Small grey images with a bright spot, and where a model looked. */
final class PictureStory {

    private static final int SIDE = 28;

    private PictureStory() {}

    static List<Picture> pictures(Random chance) {
        var pictures = new ArrayList<Picture>();
        new TreeMap<>(Map.of("Missed", 14, "Right and sure", 6, "Strangers", 4)).forEach((group, count) -> {
            for (var i = 1; i <= count; i++) {
                pictures.add(picture(group, i, chance));
            }
        });
        return pictures;
    }

    private static Picture picture(String group, int number, Random chance) {
        var x = 7 + chance.nextDouble() * 14;
        var y = 7 + chance.nextDouble() * 14;
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        var overlay = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        for (var column = 0; column < SIDE; column++) {
            for (var row = 0; row < SIDE; row++) {
                var far = (column - x) * (column - x) + (row - y) * (row - y);
                image.getRaster().setSample(column, row, 0, (int) (200 * Math.exp(-far / 60) + chance.nextInt(40)));
                overlay.setRGB(column, row, (int) (255 * Math.exp(-far / 30)) << 24 | 0xff7800);
            }
        }
        return new Picture(
                group,
                "pneumonia, %d %%".formatted(50 + chance.nextInt(50)),
                "test/pneumonia/person%d.png".formatted(number),
                png(image),
                png(overlay));
    }

    private static String png(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
