package io.millwright.broker.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images and weights on their way to a template, and a sample of images on its way from one. */
class ImageAttemptTest {

    private AttemptRig rig;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        rig = new AttemptRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void imagesAreReadByRowFromAnyThread() throws IOException {
        rig.gateway.serve("inputs/images", "input.images", stored("0", "first", "1", "second"));
        rig.gateway.serve("inputs/weights", "input.weights", "numbers".getBytes(UTF_8));

        rig.deed("look").run();

        assertThat(rig.message()).isEmpty();
        assertThat(rig.gateway.texts("log"))
                .contains("saw {0=first, 1=second}", "weights Optional[numbers]")
                .anyMatch(line -> line.contains("there is no image of row 2; rows count from 0 to 1"));
        assertThat(rig.gateway.texts("phase")).contains("Fetching images", "Fetching weights");
    }

    @Test
    void aSetOfAnotherSizeThanItsTableIsRefused() throws IOException {
        rig.gateway.serve("inputs/images", "input.images", stored("0", "first"));
        rig.deed("look").run();
        assertThat(rig.message()).contains("the archive of images has 1 entries for 2 rows");
    }

    @Test
    void aTableHasNoImages() {
        rig.deed("look").run();
        assertThat(rig.message()).contains("the dataset is a table, not a set of images");
    }

    @Test
    void aSampleOfImagesIsAnArchive() throws IOException {
        rig.fact("kind", "sample").deed("images");
        rig.gateway.spec.keySet().removeIf(key -> key.startsWith("input."));

        rig.run();

        assertThat(rig.message()).isEmpty();
        assertThat(rig.gateway.outputs).containsOnlyKeys("sample.zip");
        var entries = new ArrayList<String>();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(rig.gateway.outputs.getOrDefault("sample.zip", new byte[0])))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName() + " " + zip.readAllBytes().length);
            }
        }
        assertThat(entries).containsExactly("train/a/1.png 1", "train/b/2.png 2");
    }

    private static byte[] stored(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = namesAndContents[i + 1].getBytes(UTF_8);
                var crc = new CRC32();
                crc.update(content);
                var entry = new ZipEntry(namesAndContents[i]);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
