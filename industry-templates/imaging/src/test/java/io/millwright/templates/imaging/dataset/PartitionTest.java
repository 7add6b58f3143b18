package io.millwright.templates.imaging.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.imaging.pictures.InputSize;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private static final int IMAGES = 200;
    private static final int PER_PATIENT = 5;

    @Test
    void aPatientIsLearntFromOrJudgedAndStaysInOneTenth() throws Exception {
        Partition partition = of(set(at -> at + ".png", at -> null, at -> "p" + at / PER_PATIENT), noCopies());
        assertThat(patients(partition.learning())).doesNotContainAnyElementsOf(patients(partition.judged()));
        assertThat(partition.learning().length + partition.judged().length).isEqualTo(IMAGES);
        for (int tenth = 0; tenth < Partition.FOLDS; tenth++) {
            assertThat(patients(rows(partition, tenth, true)))
                    .doesNotContainAnyElementsOf(patients(rows(partition, tenth, false)));
        }
        assertThat(partition.how()).contains("each \"Patient ID\" is on one side only");
    }

    @Test
    void filesThatNameThePatientDoTheSame() throws Exception {
        Partition partition = of(
                set(at -> "train/x/person%d_virus_%d.jpeg".formatted(at / PER_PATIENT, at), at -> null, null),
                noCopies());
        assertThat(patients(partition.learning())).doesNotContainAnyElementsOf(patients(partition.judged()));
        assertThat(partition.how()).contains("each person that file names tell is on one side only");
    }

    @Test
    void countedFilesAreNoPatients() throws Exception {
        Partition partition = of(set(at -> "train/x/scan_%d.png".formatted(at), at -> null, null), noCopies());
        assertThat(partition.how()).doesNotContain("one side only");
    }

    @Test
    void peopleWhoAreTheClassesAreNotKeptTogether() throws Exception {
        Partition partition = of(set(at -> "person%d/%d.png".formatted(at % 2, at), at -> null, null), noCopies());
        assertThat(partition.how()).doesNotContain("one side only");
        assertThat(IntStream.of(partition.judged()).mapToObj(at -> at % 2).distinct())
                .hasSize(2);
    }

    @Test
    void patientsOfTheTestFolderAreNotLearntFrom() throws Exception {
        Partition partition = of(
                set(at -> at + ".png", at -> at % 20 < 2 ? "test" : "train", at -> "p" + at / PER_PATIENT), noCopies());
        assertThat(partition.judged()).hasSize(IMAGES / 10);
        assertThat(patients(partition.learning())).doesNotContainAnyElementsOf(patients(partition.judged()));
        assertThat(partition.related()).isEqualTo(IMAGES / 20 * (PER_PATIENT - 2));
        assertThat(partition.relatedLeftOut()).isTrue();
    }

    @Test
    void whereAllPatientsAreInTheTestFolderTheyAreLearntFromAndCounted() throws Exception {
        Partition partition = of(
                set(at -> at + ".png", at -> at % PER_PATIENT == 0 ? "test" : "train", at -> "p" + at / PER_PATIENT),
                noCopies());
        assertThat(partition.learning()).hasSize(IMAGES - IMAGES / PER_PATIENT);
        assertThat(partition.related()).isEqualTo(partition.learning().length);
        assertThat(partition.relatedLeftOut()).isFalse();
    }

    @Test
    void copiesTieTheirPatientsTogether() throws Exception {
        int[] copies = noCopies();
        for (int at = PER_PATIENT; at < IMAGES; at += 2 * PER_PATIENT) {
            copies[at] = at - PER_PATIENT;
        }
        Partition partition = of(set(at -> at + ".png", at -> null, at -> "p" + at / PER_PATIENT), copies);
        Set<Integer> judged = Arrays.stream(partition.judged())
                .mapToObj(at -> at / (2 * PER_PATIENT))
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(partition.learning()).mapToObj(at -> at / (2 * PER_PATIENT)))
                .doesNotContainAnyElementsOf(judged);
    }

    @Test
    void imagesThatAllLookAlikeDoNotMakeAllPatientsOne() throws Exception {
        int[] copies = new int[IMAGES];
        Partition partition = of(set(at -> at + ".png", at -> null, at -> "p" + at / PER_PATIENT), copies);
        assertThat(partition.judged()).hasSizeBetween(IMAGES / 10, 3 * IMAGES / 10);
    }

    @Test
    void aGroupThatIsNotThereIsRefused() {
        assertThatThrownBy(
                        () -> of(set(at -> at + ".png", at -> null, null), noCopies(), Map.of("column.group", "ward")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("There is no column \"ward\"");
    }

    private static Partition of(Listing listing, int[] copies) throws TemplateException {
        return of(listing, copies, Map.of());
    }

    private static Partition of(Listing listing, int[] copies, Map<String, String> options) throws TemplateException {
        OptionValues values = new OptionValues(options);
        byte[][] pixels = IntStream.range(0, IMAGES).mapToObj(at -> new byte[1]).toArray(byte[][]::new);
        Pictures pictures = new Pictures(new InputSize(1, 1, 1), pixels, Map.of());
        return Partition.of(listing, Classes.of(listing, values), pictures, copies, values, 7);
    }

    /** Images of two classes that take turns. */
    private static Listing set(
            IntFunction<String> path, IntFunction<@Nullable String> part, @Nullable IntFunction<String> patient) {
        Listings set = new Listings(IMAGES)
                .with(Listing.IMAGE, path)
                .with(Listing.PART, part)
                .with(Listing.LABEL, at -> at % 2 == 0 ? "sound" : "cracked");
        return (patient == null ? set : set.with("Patient ID", patient)).done();
    }

    private static int[] noCopies() {
        return IntStream.range(0, IMAGES).toArray();
    }

    private static int[] rows(Partition partition, int tenth, boolean inside) {
        return Arrays.stream(partition.positions(tenth, inside))
                .map(at -> partition.learning()[at])
                .toArray();
    }

    private static Set<Integer> patients(int[] rows) {
        return Arrays.stream(rows).mapToObj(at -> at / PER_PATIENT).collect(Collectors.toSet());
    }
}
