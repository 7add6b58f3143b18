package io.millwright.templates.imaging.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.imaging.pictures.InputSize;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of few or uneven families, or of rare classes: each class is learnt from, and judged where it can be. */
class FewFamiliesTest {

    private static final int IMAGES = 120;
    private static final Map<String, String> CHOSEN = Map.of("column.group", "group");

    @Test
    void twoPatientsAreOnBothSidesAndCounted() throws Exception {
        Partition partition = of("group", at -> "p" + at / 60, at -> at % 2 == 0, CHOSEN, 1);
        assertThat(partition.judged()).hasSize(IMAGES / 5);
        assertThat(partition.related()).isEqualTo(partition.learning().length);
        assertThat(partition.relatedLeftOut()).isFalse();
        assertThat(partition.how()).isEqualTo("a fifth of the images, chosen by chance");
    }

    @Test
    void ofThreePatientsOneIsJudgedAndTheShareIsTold() throws Exception {
        Partition partition = of("group", at -> "p" + at / 40, at -> at % 2 == 0, CHOSEN, 1);
        assertThat(Arrays.stream(partition.judged()).map(at -> at / 40).distinct())
                .hasSize(1);
        assertThat(partition.judged()).hasSize(IMAGES / 3);
        assertThat(partition.related()).isZero();
        assertThat(partition.how())
                .isEqualTo("33 % of the images, chosen by chance so that each \"group\" is on one side only");
        everyTenthLeavesBothClasses(partition);
    }

    @Test
    void theLargestPatientIsLearntFrom() throws Exception {
        Partition partition = of("group", at -> "p" + Math.max(0, at - 59) / 6, at -> at % 2 == 0, CHOSEN, 1);
        assertThat(partition.judged()).doesNotContain(0).hasSizeBetween(IMAGES / 10, 3 * IMAGES / 10);
        assertThat(partition.related()).isZero();
        everyTenthLeavesBothClasses(partition);
    }

    @Test
    void defectsOfOneSerialAreOnBothSides() throws Exception {
        Partition partition =
                of("serial", at -> at < 50 ? "S1" : "S" + at / 5, at -> at < 50, Map.of("column.group", "serial"), 1);
        bothClassesOnBothSides(partition, at -> at < 50);
        assertThat(partition.related()).isPositive();
        assertThat(partition.relatedLeftOut()).isFalse();
    }

    @Test
    void ofDefectsOfTwoSerialsOneIsJudged() throws Exception {
        Partition partition = of("serial", at -> at < 40 ? "S" + at / 25 : "S" + at / 5, at -> at < 40, Map.of(), 1);
        bothClassesOnBothSides(partition, at -> at < 40);
        assertThat(partition.related()).isZero();
    }

    @Test
    void aRareClassIsAlwaysJudged() throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            Partition partition = of("note", at -> "x", at -> at < 5, Map.of(), seed);
            bothClassesOnBothSides(partition, at -> at < 5);
            assertThat(partition.judged()).hasSizeBetween(IMAGES / 10, 3 * IMAGES / 10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group",
                "group_id",
                "patient",
                "lesion",
                "study_group",
                "patient_sex",
                "Patient Age",
                "inpatient",
                "age_group"
            })
    void columnsOfFewValuesAreNoPatients(String column) throws Exception {
        Partition partition = of(column, at -> "v" + at % 4, at -> at % 2 == 0, Map.of(), 1);
        assertThat(partition.judged()).hasSize(IMAGES / 5);
        assertThat(partition.how()).doesNotContain("one side only");
        assertThat(partition.related()).isZero();
    }

    @Test
    void fewGuessedPatientsAreToldOf() throws Exception {
        assertThat(of("patient_id", at -> "p" + at / 60, at -> at % 2 == 0, Map.of(), 1)
                        .related())
                .isPositive();
        assertThat(of("patient_id", at -> "p" + at / 30, at -> at % 2 == 0, Map.of(), 1)
                        .how())
                .isEqualTo("25 % of the images, chosen by chance so that each \"patient_id\" is on one side only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group",
                "patient",
                "PatientID",
                "patientennummer",
                "anon_subject_no",
                "lesion_id",
                "caseid",
                "Serial Number"
            })
    void columnsThatNameWhatIsShownAreFound(String column) throws Exception {
        Partition partition = of(column, at -> "v" + at / 6, at -> at % 2 == 0, Map.of(), 1);
        assertThat(partition.how()).contains("each \"" + column + "\" is on one side only");
    }

    private static void everyTenthLeavesBothClasses(Partition partition) {
        int last = Arrays.stream(partition.fold()).max().orElseThrow();
        assertThat(last).isPositive();
        for (int tenth = 0; tenth <= last; tenth++) {
            assertThat(partition.positions(tenth, true)).isNotEmpty();
            assertThat(Arrays.stream(partition.positions(tenth, false))
                            .map(at -> partition.learning()[at] % 2)
                            .distinct())
                    .hasSize(2);
        }
    }

    private static void bothClassesOnBothSides(Partition partition, java.util.function.IntPredicate defect) {
        for (int[] side : new int[][] {partition.learning(), partition.judged()}) {
            assertThat(IntStream.of(side).mapToObj(defect::test).distinct()).hasSize(2);
        }
    }

    private static Partition of(
            String column,
            IntFunction<String> family,
            java.util.function.IntPredicate defect,
            Map<String, String> options,
            long seed)
            throws TemplateException {
        Listing listing = new Listings(IMAGES)
                .with(Listing.IMAGE, at -> at + ".png")
                .with(Listing.LABEL, at -> defect.test(at) ? "defect" : "good")
                .with(column, family)
                .done();
        OptionValues values = new OptionValues(options);
        byte[][] pixels = IntStream.range(0, IMAGES).mapToObj(at -> new byte[1]).toArray(byte[][]::new);
        Pictures pictures = new Pictures(new InputSize(1, 1, 1), pixels, Map.of());
        int[] copies = IntStream.range(0, IMAGES).toArray();
        return Partition.of(listing, Classes.of(listing, values), pictures, copies, values, seed);
    }
}
