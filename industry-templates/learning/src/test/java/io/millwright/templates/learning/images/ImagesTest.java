package io.millwright.templates.learning.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImagesTest {

    private static final ImageDecoder DECODER = ImageDecoder.forSide(64);

    @Test
    void greyIsReadAsStored() throws Exception {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 17);
        image.getRaster().setSample(1, 0, 0, 200);
        Pixels pixels = DECODER.decode(Thumbnails.png(image));
        assertThat(pixels.channels()).isEqualTo(1);
        assertThat(pixels.values()).containsExactly(17, 200);
    }

    @Test
    void twelveBitsInSixteenAreScaled() throws Exception {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 4095);
        image.getRaster().setSample(1, 0, 0, 2048);
        assertThat(DECODER.decode(Thumbnails.png(image)).values()).containsExactly(255, 128);
    }

    @Test
    void whatIsTransparentShowsWhite() throws Exception {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        assertThat(DECODER.decode(Thumbnails.png(image)).values()).containsExactly(255);
    }

    @Test
    void damagedFilesAreRefusedInWords() {
        byte[] cut = Arrays.copyOf(Thumbnails.png(noise(1, 40)), 60);
        assertThatThrownBy(() -> DECODER.decode(cut)).hasMessage("its content is damaged");
        assertThatThrownBy(() -> DECODER.decode(new byte[0])).hasMessage("the file is empty");
        assertThatThrownBy(() -> DECODER.decode("no image".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it is neither PNG, JPEG, GIF nor BMP");
    }

    @Test
    void hugeImagesAreRefusedBeforeTheyAreRead() {
        byte[] large = Thumbnails.png(noise(1, 40));
        assertThatThrownBy(() -> new ImageDecoder(1_000, 64).decode(large))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("40 × 40 pixels");
    }

    @Test
    void shrinkingTakesMeans() {
        Pixels image = new Pixels(4, 1, 1, new byte[] {0, 100, 50, 60});
        assertThat(Resizer.resize(image, 2, 1).values()).containsExactly(50, 55);
    }

    @Test
    void growingGoesAlongLines() {
        Pixels image = new Pixels(2, 1, 1, new byte[] {0, 100});
        assertThat(Resizer.resize(image, 4, 1).values()).containsExactly(0, 25, 75, 100);
    }

    @Test
    void aDarkerCopyIsFoundAndAnotherImageIsNot() throws Exception {
        Pixels image = DECODER.decode(Thumbnails.png(noise(1, 48))).grey();
        byte[] darker = image.values().clone();
        for (int at = 0; at < darker.length; at++) {
            darker[at] = (byte) ((darker[at] & 0xFF) * 9 / 10);
        }
        PerceptualHash hash = PerceptualHash.of(image);
        assertThat(hash.like(PerceptualHash.of(new Pixels(48, 48, 1, darker)))).isTrue();
        assertThat(hash.like(PerceptualHash.of(
                        DECODER.decode(Thumbnails.png(noise(2, 48))).grey())))
                .isFalse();
    }

    private static BufferedImage noise(int seed, int side) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < side * side; at++) {
            image.setRGB(at % side, at / side, random.nextInt());
        }
        return image;
    }
}
