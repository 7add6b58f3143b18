package io.millwright.governance.datasets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.governance.datasets.DatasetKind;
import io.millwright.tenancy.MillwrightException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets of images and weights become tables; hostile ones are refused with a sentence. */
class ArchivesTest {

    @TempDir
    Path folder;

    private Reading reading;

    @BeforeEach
    void read() {
        reading = new Reading(folder);
    }

    @Test
    void foldersNamePartAndLabel() {
        var set = reading.bytes(zip(Map.of(
                "xrays/train/normal/b.png", png(4, 3),
                "xrays/train/normal/a.png", png(4, 3),
                "xrays/test/sick/c.jpg", jpeg(8, 8),
                "__MACOSX/xrays/._a.png", new byte[] {1})));

        assertThat(set.files().kind()).isEqualTo(DatasetKind.IMAGES);
        assertThat(set.canonical()).isEqualTo("""
                image,part,label,width,height,channels
                test/sick/c.jpg,test,sick,8,8,3
                train/normal/a.png,train,normal,4,3,3
                train/normal/b.png,train,normal,4,3,3
                """);
    }

    @Test
    void aLabelFileNamesLabelsAndMore() {
        var set = reading.bytes(zip(Map.of(
                "one.png", png(2, 2),
                "two.png", png(2, 2),
                "labels.csv", "filename,label,age\none.png,cat,3\ntwo.png,dog,\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(set.canonical()).startsWith("image,part,label,width,height,channels,age\n");
        assertThat(set.canonical()).contains("one.png,,cat,2,2,3,3\n").contains("two.png,,dog,2,2,3,\n");
    }

    @Test
    void fewDamagedImagesAreLeftOutAndNamed() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var at = 0; at < 40; at++) {
            files.put("a/%02d.png".formatted(at), png(2, 2));
        }
        files.put("a/99.png", Arrays.copyOf(png(2, 2), 30));
        var set = reading.bytes(zip(files));

        assertThat(set.files().rows()).isEqualTo(40);
        assertThat(set.files().format().notes())
                .anySatisfy(note -> assertThat(note).contains("99.png"));
    }

    @Test
    void manyDamagedImagesRefuseTheSet() {
        expect(
                reading.refusal(
                        zip(Map.of("a/1.png", png(2, 2), "a/2.png", "not an image".getBytes(StandardCharsets.UTF_8)))),
                "images-unreadable",
                "1 of 2 images cannot be read");
    }

    @Test
    void hugeDimensionsAreRefusedBeforeAnyPixelIsDecoded() {
        var lying = png(2, 2);
        // width and height of the header, with a checksum that fits them
        ByteBuffer.wrap(lying).putInt(16, 50_000).putInt(20, 50_000);
        var sum = new java.util.zip.CRC32();
        sum.update(lying, 12, 17);
        ByteBuffer.wrap(lying).putInt(29, (int) sum.getValue());
        expect(reading.refusal(zip(Map.of("a/huge.png", lying))), "image-too-large", "50,000 × 50,000");
    }

    @Test
    void hostileNamesAreRefused() {
        for (var name :
                new String[] {"../../etc/passwd.png", "/etc/a.png", "a/../../b.png", "C:\\a.png", "a\\..\\b.png"}) {
            assertThat(reading.refusal(zip(Map.of(name, png(2, 2)))).code())
                    .describedAs(name)
                    .isEqualTo("archive-path");
        }
    }

    @Test
    void archivesInArchivesAreRefused() {
        expect(
                reading.refusal(zip(Map.of("a/1.png", png(2, 2), "more.zip", zip(Map.of("b.png", png(2, 2)))))),
                "archive-in-archive",
                "more.zip");
    }

    @Test
    void bombsAreRefused() {
        expect(
                reading.refusal(zip(Map.of("a/1.png", png(2, 2), "a/zeros.bmp", new byte[40 << 20]))),
                "image-too-long",
                "zeros.bmp");
    }

    @Test
    void cutArchivesAreRefused() {
        var whole = zip(Map.of("a/1.png", png(2, 2)));
        expect(reading.refusal(Arrays.copyOf(whole, whole.length - 30)), "archive-damaged", "damaged");
    }

    @Test
    void weightsAreARowForEachTensor() {
        var set = reading.bytes(safetensors(
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[16,24]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},\"__metadata__\":{\"of\":\"test\"}}",
                24));

        assertThat(set.files().kind()).isEqualTo(DatasetKind.WEIGHTS);
        assertThat(set.canonical()).isEqualTo("tensor,type,shape,numbers\na,F32,2 × 2,4\nb,F32,2,2\n");
    }

    @Test
    void weightsThatDoNotFitTheirHeaderAreRefused() {
        expect(
                reading.refusal(safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,16]}}", 16)),
                "weights-damaged",
                "not as long as its shape");
        expect(
                reading.refusal(safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 16)),
                "weights-damaged",
                "take 8 bytes and it holds 16");
        expect(
                reading.refusal(safetensors(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                        12)),
                "weights-damaged",
                "overlap");
        expect(
                reading.refusal(safetensors("{\"a\":{\"dtype\":\"OBJ\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8)),
                "weights-damaged",
                "type");
    }

    private static void expect(MillwrightException refusal, String code, String words) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(words);
    }

    private static byte[] safetensors(String header, int numbers) {
        var bytes = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + bytes.length + numbers)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] png(int width, int height) {
        return encoded(width, height, "png");
    }

    private static byte[] jpeg(int width, int height) {
        return encoded(width, height, "jpg");
    }

    private static byte[] encoded(int width, int height, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                new ByteArrayInputStream(file.getValue()).transferTo(zip);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
