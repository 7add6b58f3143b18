package io.millwright.templates.fraud.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.templates.fraud.columns.SeriesPlan;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {

    private static final Parts ALL = new Parts(true, true, true, true);
    private static final FeatureRecipe RECIPE =
            new FeatureRecipe(List.of(1, 7, 30), 7, 60, 250, 1, 50, 300, true, false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreeWithTheObviousComputation(long seed) {
        // Short memories too, so that forgetting is seen.
        FeatureRecipe recipe =
                seed % 2 == 0 ? RECIPE : new FeatureRecipe(List.of(1, 3, 10), 2, 25, 10, 0.5, 40, 300, true, false);
        Transactions all = RandomTransactions.of(seed, 350, 80);
        FeatureTable table = new FeatureBuilder(recipe, ALL, List.of(), SeriesPlan.NONE).build(all);
        SlowFeatures slow = new SlowFeatures(all, recipe);

        for (int column = 0; column < table.features().size(); column++) {
            String name = table.features().get(column).name();
            for (int row = 0; row < all.size(); row++) {
                double expected = slow.applies(name, row) ? slow.value(name, row) : Double.NaN;
                double actual = table.columns()[column][row];
                if (Double.isNaN(expected)) {
                    assertThat(actual).as("%s of row %d", name, row).isNaN();
                } else {
                    assertThat(actual)
                            .as("%s of row %d", name, row)
                            .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    /** Labels that are younger than the delay have no say. */
    @Test
    void labelsAfterTheDelayLineChangeNothing() {
        Transactions known = RandomTransactions.of(11, 2_000, 60);
        Transactions noise = RandomTransactions.of(11, 2_000, 60);
        long judged = known.time[known.size() - 1] - 7 * Transactions.DAY;
        Random random = new Random(1);
        for (int row = 0; row < noise.size(); row++) {
            if (noise.time[row] > judged - 7 * Transactions.DAY) {
                noise.label[row] = (byte) random.nextInt(2);
            }
        }
        FeatureTable before = new FeatureBuilder(RECIPE, ALL, List.of(), SeriesPlan.NONE).build(known);
        FeatureTable after = new FeatureBuilder(RECIPE, ALL, List.of(), SeriesPlan.NONE).build(noise);
        for (int column = 0; column < before.columns().length; column++) {
            int rows = 0;
            while (known.time[rows] <= judged) {
                rows++;
            }
            assertThat(Arrays.copyOf(after.columns()[column], rows))
                    .containsExactly(Arrays.copyOf(before.columns()[column], rows));
        }
    }

    /** Rows that come later have no say. */
    @Test
    void theFutureChangesNothing() {
        Transactions whole = RandomTransactions.of(12, 1_000, 60);
        int size = 600;
        while (whole.time[size] == whole.time[size - 1]) {
            size++;
        }
        Transactions start = new Transactions(size, new float[0][]);
        for (int row = 0; row < size; row++) {
            start.time[row] = whole.time[row];
            start.fileRow[row] = row;
            start.amount[row] = whole.amount[row];
            start.customer[row] = whole.customer[row];
            start.terminal[row] = whole.terminal[row];
            start.label[row] = whole.label[row];
        }
        FeatureTable all = new FeatureBuilder(RECIPE, ALL, List.of(), SeriesPlan.NONE).build(whole);
        FeatureTable part = new FeatureBuilder(RECIPE, ALL, List.of(), SeriesPlan.NONE).build(start);
        for (int column = 0; column < all.columns().length; column++) {
            assertThat(part.columns()[column]).containsExactly(Arrays.copyOf(all.columns()[column], size));
        }
    }

    /** In a file scored long after the last label, a terminal without known transactions is not new. */
    @Test
    void whatIsKnownOfTerminalsStaysWhenNoMoreLabelsCome() {
        Transactions all = RandomTransactions.of(14, 2_000, 120);
        long last = all.time[0] + 40 * Transactions.DAY;
        for (int row = 0; row < all.size(); row++) {
            if (all.time[row] > last) {
                all.label[row] = Transactions.UNKNOWN;
            }
        }
        FeatureTable table = new FeatureBuilder(RECIPE, ALL, List.of(), SeriesPlan.NONE).build(all);
        int column = table.features().stream().map(Feature::name).toList().indexOf("terminalCount30");
        Map<Integer, Set<Float>> counts = new HashMap<>();
        for (int row = 0; row < all.size(); row++) {
            if (all.time[row] > last + 8 * Transactions.DAY && all.terminal[row] >= 0) {
                counts.computeIfAbsent(all.terminal[row], terminal -> new HashSet<>())
                        .add(table.columns()[column][row]);
            }
        }
        assertThat(counts.values()).isNotEmpty().allSatisfy(values -> assertThat(values)
                .hasSize(1));
        assertThat(counts.values())
                .anySatisfy(values -> assertThat(values.iterator().next()).isPositive());
    }

    /** A customer whose credits outweigh everything has no usual amount, and no ratio that is without end. */
    @Test
    void ratiosOfCreditsAreUnknown() {
        Transactions all = RandomTransactions.of(13, 400, 60);
        for (int row = 0; row < all.size(); row++) {
            all.amount[row] = row % 3 == 0 ? -51 : -1 - row % 120;
        }
        FeatureTable table = new FeatureBuilder(RECIPE, ALL, List.of(), SeriesPlan.NONE).build(all);
        for (float[] column : table.columns()) {
            for (float value : column) {
                assertThat(Float.isInfinite(value)).isFalse();
            }
        }
        // all amounts are below 0, so a ratio above it would be one to a usual amount below it
        for (float ratio : all.ratio) {
            assertThat(ratio > 0).isFalse();
        }
    }

    @Test
    void filesWithoutSomePartsHaveFewerFeatures() {
        assertThat(new FeatureBuilder(RECIPE, new Parts(false, true, true, true), List.of(), SeriesPlan.NONE)
                        .features())
                .extracting(Feature::name)
                .containsExactly("amount");
        assertThat(new FeatureBuilder(RECIPE, new Parts(true, false, true, false), List.of(), SeriesPlan.NONE)
                        .features())
                .extracting(Feature::name)
                .containsExactly("night", "weekend", "customerCount1", "customerCount7", "customerCount30");
    }
}
