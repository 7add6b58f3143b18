package io.millwright.templates.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.ImageSets;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TableBuilder;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets that nobody would choose, and what people are told. */
class OddImagesTest {

    private static final Map<String, String> SMALL = Map.of("epochs", "2", "networks", "1", "inputSize", "12");

    @TempDir
    Path folder;

    @Test
    void oneClassIsNothingToTellApart() {
        Map<String, byte[]> images = new TreeMap<>();
        for (int at = 0; at < 20; at++) {
            images.put("ok/" + at + ".png", noise(at, 12));
        }
        refuses(
                ImageSets.of(images),
                "one-class",
                "Every image is of the same class \"ok\": there is nothing to tell apart.");
    }

    @Test
    void twoImagesOfEachClassAreTooFew() {
        Map<String, byte[]> images = new TreeMap<>();
        for (int at = 0; at < 4; at++) {
            images.put((at % 2 == 0 ? "ok/" : "bad/") + at + ".png", noise(at, 12));
        }
        refuses(ImageSets.of(images), "too-few-images", "Fewer than two classes have 4 images or more.");
    }

    @Test
    void imagesWithoutAnyLabelAreRefused() {
        Map<String, byte[]> images = new TreeMap<>();
        for (int at = 0; at < 20; at++) {
            images.put(at + ".png", noise(at, 12));
        }
        refuses(ImageSets.of(images), "label-missing", "Nothing says which class an image belongs to.");
    }

    @Test
    void aTableIsNoSetOfImages() {
        TableBuilder table = new TableBuilder(List.of(new Column("amount", ColumnType.DECIMAL)));
        for (int at = 0; at < 20; at++) {
            table.number(at).endRow();
        }
        refuses(table.build(), "not-images", "The dataset is a table, not a set of images.");
    }

    @Test
    void pixelsOfOneAreWorkedWith() throws Exception {
        Map<String, byte[]> images = new TreeMap<>();
        for (int at = 0; at < 40; at++) {
            images.put(
                    (at % 2 == 0 ? "dark/" : "light/") + at + ".png",
                    ImageFiles.even(1, 1, at % 2 == 0 ? at : 200 + at));
        }
        Report report = run().train(ImageSets.of(images)).report();
        assertThat(texts(report)).anyMatch(text -> text.startsWith("Brightness was kept"));
    }

    @Test
    void copiesAreKeptOnOneSideAndToldOf() throws Exception {
        Map<String, byte[]> images = new TreeMap<>();
        for (int at = 0; at < 40; at++) {
            images.put((at % 2 == 0 ? "a/" : "b/") + at + ".png", noise(at / 4, 12));
        }
        assertThat(texts(run().train(ImageSets.of(images)).report()))
                .contains(
                        "30 images are nearly the same as another one; copies were kept on one side.",
                        "20 copies have another class than their original: look at their labels.");
    }

    @Test
    void coloursAndSizesMayDiffer() throws Exception {
        Map<String, byte[]> images = new TreeMap<>();
        for (int at = 0; at < 30; at++) {
            images.put((at % 3 == 0 ? "a/" : "b/") + at + ".png", noise(at, 5 + at));
        }
        assertThat(run().train(ImageSets.of(images)).report().charts()).isNotEmpty();
    }

    @Test
    void damagedWeightsAreRefusedInWords() throws Exception {
        Path weights = folder.resolve("weights.safetensors");
        Files.write(weights, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        assertThatThrownBy(() -> run().withWeights(weights).train(ImageFiles.castings(12, 16)))
                .isInstanceOfSatisfying(TemplateException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("weights-unusable");
                    assertThat(refusal.getMessage()).contains("its header is not where it should be");
                });
    }

    @Test
    void aModelsOwnNumbersCanBeStartedFrom() throws Exception {
        MemoryTable data = ImageFiles.castings(12, 16);
        TrainedModel first = run().train(data);
        Path weights = first.files().stream()
                .filter(file -> file.toString().endsWith(".safetensors"))
                .findFirst()
                .orElseThrow();
        Report report = run().withWeights(weights).train(data).report();
        assertThat(texts(report)).anyMatch(text -> text.contains("starting from the weights that were brought"));
    }

    private void refuses(MemoryTable data, String code, String message) {
        assertThatThrownBy(() -> run().train(data)).isInstanceOfSatisfying(TemplateException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).isEqualTo(message);
        });
    }

    private TemplateRun run() {
        return TemplateRun.of(Imaging::new, folder).withOptions(SMALL);
    }

    private static List<String> texts(Report report) {
        return report.notes().stream().map(Report.Note::text).toList();
    }

    /** Coloured noise, by its number. */
    private static byte[] noise(int number, int side) {
        Random random = new Random(number);
        var image = new java.awt.image.BufferedImage(side, side, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < side * side; at++) {
            image.setRGB(at % side, at / side, random.nextInt());
        }
        return io.millwright.templates.learning.images.Thumbnails.png(image);
    }
}
