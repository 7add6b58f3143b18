package io.millwright.templates.learning.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void everyFoldGetsItsShareOfBothSorts() {
        byte[] labels = new byte[1_003];
        for (int row = 0; row < 52; row++) {
            labels[row * 19] = 1;
        }
        int[] folds = Folds.stratified(labels, 5, 1);
        for (int fold = 0; fold < 5; fold++) {
            int positives = 0;
            int[] rows = Folds.rows(folds, fold, true);
            for (int row : rows) {
                positives += labels[row];
            }
            assertThat(positives).isBetween(10, 11);
            assertThat(rows.length).isBetween(199, 202);
            assertThat(Folds.rows(folds, fold, false)).hasSize(labels.length - rows.length);
        }
        assertThat(Folds.stratified(labels, 5, 1)).isEqualTo(folds);
        assertThat(Folds.stratified(labels, 5, 2)).isNotEqualTo(folds);
    }

    @Test
    void aGroupStaysTogetherAndFoldsStayAlike() {
        Random random = new Random(2);
        byte[] labels = new byte[3_000];
        int[] groups = new int[labels.length];
        for (int row = 0; row < labels.length; row++) {
            groups[row] = row % 7 == 0 ? -1 : random.nextInt(400);
            labels[row] = (byte) (random.nextInt(10) == 0 ? 1 : 0);
        }
        int[] folds = Folds.grouped(labels, groups, 5, 1);
        int[] foldOfGroup = new int[400];
        Arrays.fill(foldOfGroup, -1);
        int[] rows = new int[5];
        int[] positives = new int[5];
        for (int row = 0; row < folds.length; row++) {
            rows[folds[row]]++;
            positives[folds[row]] += labels[row];
            if (groups[row] >= 0) {
                assertThat(foldOfGroup[groups[row]]).isIn(-1, folds[row]);
                foldOfGroup[groups[row]] = folds[row];
            }
        }
        int expected = Arrays.stream(positives).sum() / 5;
        assertThat(Arrays.stream(rows)).allMatch(count -> count > 500 && count < 700);
        assertThat(Arrays.stream(positives)).allMatch(count -> Math.abs(count - expected) <= 2);
        assertThat(Folds.grouped(labels, groups, 5, 1)).isEqualTo(folds);
    }
}
