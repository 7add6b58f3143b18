package io.millwright.templates.imaging.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.OptionValues;
import io.millwright.templates.imaging.pictures.InputSize;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorsTest {

    private static final int IMAGES = 120;
    private static final int SIDE = 20;

    private SplittableRandom random = new SplittableRandom(3);

    private interface Drawing {
        /** Whether a place is bright, from the middle of an image that was moved a little. */
        boolean bright(int kind, double x, double y);
    }

    @Test
    void aLetterThatIsAnotherOneMirroredMisleads() throws Exception {
        // b and d: a bowl below, beside a stem to its left or its right
        assertThat(mislead((kind, x, y) -> {
                    double along = kind == 0 ? x : -x;
                    return Math.abs(along + 4) < 1.5 && Math.abs(y) < 8 || Math.hypot(along, y - 3) < 4;
                }))
                .isTrue();
    }

    @Test
    void whatIsToldByItsGrainShowsTheSameMirrored() throws Exception {
        assertThat(mislead((kind, x, y) -> Math.floorMod((int) Math.floor((kind == 0 ? x : y) / 3), 2) == 0))
                .isFalse();
    }

    @Test
    void aLetterThatIsNoOtherOneMirroredDoesNotMislead() throws Exception {
        assertThat(mislead((kind, x, y) -> Math.abs(x + 4) < 1.5 && Math.abs(y) < 8
                        || kind == 0 && Math.abs(y - 7) < 1.5 && Math.abs(x) < 5))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatComesNearerAnotherMisleadsBeforeItIsTakenForIt(long seed) throws Exception {
        random = new SplittableRandom(seed);
        // b, and a d that stands on a line
        assertThat(mislead((kind, x, y) -> {
                    double along = kind == 0 ? x : -x;
                    return Math.abs(along + 4) < 1.5 && Math.abs(y) < 8
                            || Math.hypot(along, y - 3) < 4
                            || kind == 1 && Math.abs(y - 9) < 1.5;
                }))
                .isTrue();
    }

    private boolean mislead(Drawing drawing) throws Exception {
        byte[][] images = new byte[IMAGES][SIDE * SIDE];
        for (int image = 0; image < IMAGES; image++) {
            double right = 2 * random.nextDouble() - 1;
            double down = 2 * random.nextDouble() - 1;
            for (int at = 0; at < SIDE * SIDE; at++) {
                double x = at % SIDE - SIDE / 2.0 + right;
                double y = (double) at / SIDE - SIDE / 2.0 + down;
                int level = (drawing.bright(image % 2, x, y) ? 200 : 40) + random.nextInt(30);
                images[image][at] = (byte) level;
            }
        }
        Classes classes = Classes.of(
                new Listings(IMAGES)
                        .with("label", at -> at % 2 == 0 ? "one" : "other")
                        .done(),
                new OptionValues(Map.of()));
        Pictures pictures = new Pictures(new InputSize(SIDE, SIDE, 1), images, Map.of());
        return Mirrors.mislead(pictures, classes, IntStream.range(0, IMAGES).toArray());
    }
}
