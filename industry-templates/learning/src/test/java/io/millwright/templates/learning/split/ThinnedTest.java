package io.millwright.templates.learning.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThinnedTest {

    private final int[] rows = {3, 1, 4, 15, 9, 2, 6};

    @Test
    void someAreSpreadOverAllOfThem() {
        assertThat(Thinned.evenly(rows, 3)).containsExactly(3, 4, 9);
        assertThat(Thinned.evenly(rows, 6)).containsExactly(3, 1, 4, 15, 9, 2);
    }

    @Test
    void whereThereAreFewAllAreTaken() {
        assertThat(Thinned.evenly(rows, 7)).containsExactly(rows);
        assertThat(Thinned.evenly(rows, 100)).containsExactly(rows);
        assertThat(Thinned.evenly(new int[0], 3)).isEmpty();
    }
}
