package io.millwright.tests;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Simulated: grey surfaces of metal, good ones and ones with a dark hole, in a zip with a folder for each label. */
final class Castings {

    private static final int SIDE = 24;

    private Castings() {}

    static Path write(Path file, int each) throws IOException {
        var random = new SplittableRandom(9);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var i = 0; i < each; i++) {
                add(zip, "good/surface%d.png".formatted(i), surface(random, false));
                add(zip, "hole/surface%d.png".formatted(i), surface(random, true));
            }
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, BufferedImage image) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        ImageIO.write(image, "png", zip);
        zip.closeEntry();
    }

    private static BufferedImage surface(SplittableRandom random, boolean hole) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        var left = 5 + random.nextInt(SIDE - 10);
        var top = 5 + random.nextInt(SIDE - 10);
        for (var x = 0; x < SIDE; x++) {
            for (var y = 0; y < SIDE; y++) {
                var near = Math.hypot(x - left, y - top) < 4;
                image.getRaster().setSample(x, y, 0, (hole && near ? 40 : 150) + random.nextInt(50));
            }
        }
        return image;
    }
}
