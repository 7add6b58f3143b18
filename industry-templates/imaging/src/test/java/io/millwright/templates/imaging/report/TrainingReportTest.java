package io.millwright.templates.imaging.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.ImageInput;
import io.millwright.templates.imaging.dataset.Classes;
import io.millwright.templates.imaging.dataset.Listing;
import io.millwright.templates.imaging.judging.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingReportTest {

    @Test
    void whereNothingLookedForIsJudgedTheHeadlineSaysSo() {
        assertThat(headline(new byte[] {1, 0}, new byte[] {1, 0}))
                .isEqualTo("No judged image is \"crack\", so nothing tells how well it is found; "
                        + "50 % of the others are told right.");
        assertThat(headline(new byte[] {1, 0}, new byte[] {0, 1})).startsWith("Finds 100 % of \"crack\"");
    }

    /** Of two images the first is said to be good, the second a crack. */
    private static String headline(byte[]... truth) {
        Classes classes = new Classes(List.of("good", "crack"), true, truth, "the folders", List.of());
        double[][] said = {{0.9, 0.1}, {0.1, 0.9}};
        Judged judged = new Judged(new Judgement(new int[] {0, 1}, said, new double[2]), classes, 1);
        Listing listing = new Listing(Map.of(), new ImageInput() {
            @Override
            public long count() {
                return 2;
            }

            @Override
            public byte[] read(long row) {
                return new byte[0];
            }
        });
        return new TrainingReport(judged, listing, List.of(), Optional.empty()).headline(new Figures(judged));
    }
}
