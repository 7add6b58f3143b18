package io.millwright.templates.learning.split;

import static org.assertj.core.api.Assertions.assertThat;

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
}
