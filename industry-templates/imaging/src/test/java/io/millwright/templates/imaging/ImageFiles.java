package io.millwright.templates.imaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millwright.plugins.testkit.ImageSets;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.RecordingProgress;
import io.millwright.templates.imaging.simulation.Castings;
import io.millwright.templates.learning.images.Thumbnails;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Sets of images for tests. */
final class ImageFiles {

    private ImageFiles() {}

    /** A small sample. */
    static MemoryTable castings(int perClass, int side) throws InterruptedException {
        Map<String, byte[]> images = new TreeMap<>();
        new Castings(perClass, side, 5).write(images::put, new RecordingProgress());
        return ImageSets.of(images);
    }

    /** A PNG of one grey level. */
    static byte[] even(int width, int height, int level) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int at = 0; at < width * height; at++) {
            image.getRaster().setSample(at % width, at / width, 0, level);
        }
        return Thumbnails.png(image);
    }

    /** Real images, or skips the test saying so. */
    static MemoryTable evaluation(String file) throws IOException {
        String folder = System.getProperty("millwright.data", System.getenv().getOrDefault("MILLWRIGHT_DATA", ""));
        Path path = Path.of(folder).resolve(file);
        assumeTrue(
                !folder.isEmpty() && Files.isRegularFile(path),
                "skipped: there is no " + file + " in the evaluation data (MILLWRIGHT_DATA)");
        Map<String, byte[]> images = new TreeMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".png")) {
                    images.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return ImageSets.of(images);
    }
}
