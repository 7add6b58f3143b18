package io.millwright.templates.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.ImageSets;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.Scored;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import io.millwright.templates.learning.images.Thumbnails;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that show several things at once, told by cells with several names or by columns of 0 and 1. */
class SeveralLabelsTest {

    private static final int IMAGES = 160;
    private static final int SIDE = 12;
    private static final Map<String, String> SMALL =
            Map.of("epochs", "12", "networks", "1", "inputSize", "12", "mirror", "none");

    @TempDir
    Path folder;

    @Test
    void cellsMayNameSeveral() throws Exception {
        Map<String, Map<String, String>> told = new HashMap<>();
        for (int at = 0; at < IMAGES; at++) {
            String both = (left(at) ? "left|" : "") + (below(at) ? "below" : "");
            told.put(path(at), Map.of("findings", both.isEmpty() ? "nothing" : both));
        }
        TrainedModel model = run().train(images(told));
        assertThat(metric(model.report(), "auc")).isGreaterThan(0.9);
        assertThat(shareRight(run().score(model, images(Map.of())))).isGreaterThan(0.8);
    }

    @Test
    void columnsOfZeroAndOneSayTheSame() throws Exception {
        Map<String, Map<String, String>> told = new HashMap<>();
        for (int at = 0; at < IMAGES; at++) {
            told.put(path(at), Map.of("left", left(at) ? "1" : "0", "below", below(at) ? "1" : "0"));
        }
        TrainedModel model = run().train(images(told));
        assertThat(metric(model.report(), "auc")).isGreaterThan(0.9);
        assertThat(shareRight(run().score(model, images(Map.of())))).isGreaterThan(0.8);
    }

    @Test
    void imagesOfOnePatientStayOnOneSide() throws Exception {
        Map<String, Map<String, String>> told = new HashMap<>();
        for (int at = 0; at < IMAGES; at++) {
            told.put(path(at), Map.of("label", left(at) ? "left" : "right", "Patient ID", "p" + at / 8));
        }
        Report report = run().train(images(told)).report();
        assertThat(report.notes())
                .anyMatch(note -> note.text().contains("so that each \"Patient ID\" is on one side only"));
    }

    private TemplateRun run() {
        return TemplateRun.of(Imaging::new, folder).withOptions(SMALL);
    }

    private static double metric(Report report, String name) {
        return report.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }

    private static double shareRight(Scored scored) {
        var images = scored.result().texts("image");
        double[] saidLeft = scored.result().numbers("probability_left");
        double[] saidBelow = scored.result().numbers("probability_below");
        int right = 0;
        for (int row = 0; row < saidLeft.length; row++) {
            int at = Integer.parseInt(String.valueOf(images.get(row)).substring(0, 3));
            right += saidLeft[row] >= .5 == left(at) ? 1 : 0;
            right += saidBelow[row] >= .5 == below(at) ? 1 : 0;
        }
        return .5 * right / saidLeft.length;
    }

    private static boolean left(int at) {
        return at % 2 == 0;
    }

    private static boolean below(int at) {
        return at / 2 % 2 == 0;
    }

    private static String path(int at) {
        return "%03d.png".formatted(at);
    }

    /** A bright spot on one side, and one above or below. */
    private static MemoryTable images(Map<String, Map<String, String>> told) {
        Map<String, byte[]> images = new TreeMap<>();
        for (int at = 0; at < IMAGES; at++) {
            Random random = new Random(at);
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                image.getRaster().setSample(pixel % SIDE, pixel / SIDE, 0, random.nextInt(60));
            }
            spot(image, left(at) ? 1 : 9, 4 + random.nextInt(3), 250);
            spot(image, 4 + random.nextInt(3), below(at) ? 9 : 1, 130);
            images.put(path(at), Thumbnails.png(image));
        }
        return ImageSets.of(images, told);
    }

    private static void spot(BufferedImage image, int x, int y, int level) {
        for (int at = 0; at < 4; at++) {
            image.getRaster().setSample(x + at % 2, y + at / 2, 0, level);
        }
    }
}
