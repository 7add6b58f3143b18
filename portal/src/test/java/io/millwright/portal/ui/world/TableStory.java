package io.millwright.portal.ui.world;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.Profile.Bin;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import io.millwright.governance.datasets.Profile.Numbers;
import io.millwright.governance.datasets.Profile.TopValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of card payments and what it looks like. */
final class TableStory {

    static final List<DatasetColumn> COLUMNS = List.of(
            new DatasetColumn("TRANSACTION_ID", ColumnType.INTEGER),
            new DatasetColumn("TX_DATETIME", ColumnType.TIMESTAMP),
            new DatasetColumn("CUSTOMER_ID", ColumnType.INTEGER),
            new DatasetColumn("TERMINAL_ID", ColumnType.INTEGER),
            new DatasetColumn("TX_AMOUNT", ColumnType.DECIMAL),
            new DatasetColumn("COUNTRY", ColumnType.TEXT),
            new DatasetColumn("TX_FRAUD", ColumnType.INTEGER));

    private static final List<DatasetColumn> SCORED = List.of(
            new DatasetColumn("row", ColumnType.INTEGER),
            new DatasetColumn("CUSTOMER_ID", ColumnType.INTEGER),
            new DatasetColumn("score", ColumnType.DECIMAL),
            new DatasetColumn("reason1", ColumnType.TEXT),
            new DatasetColumn("reason2", ColumnType.TEXT));

    private TableStory() {}

    static List<DatasetColumn> columns(Lineage lineage) {
        return lineage.kind() == Lineage.Kind.SCORED ? SCORED : COLUMNS;
    }

    static Profile profile(long rows, Lineage lineage) {
        var columns = new ArrayList<ColumnProfile>();
        for (var column : columns(lineage)) {
            var text = column.type() == ColumnType.TEXT;
            columns.add(new ColumnProfile(
                    column.name(),
                    column.type(),
                    text ? rows / 31 : 0,
                    text ? 14 : 4_990,
                    text ? "AT" : column.type() == ColumnType.TIMESTAMP ? "2018-07-25T00:00:31" : "0",
                    text ? "SE" : column.type() == ColumnType.TIMESTAMP ? "2018-08-28T23:59:59" : "4999",
                    text || column.type() == ColumnType.TIMESTAMP
                            ? null
                            : new Numbers(53.1, 41.2, 5.1, 21, 44.3, 77.2, 131.4),
                    text ? List.of() : bins(column.name()),
                    text
                            ? List.of(
                                    new TopValue("DE", rows / 3),
                                    new TopValue("FR", rows / 5),
                                    new TopValue("SE", rows / 9))
                            : List.of()));
        }
        return new Profile(rows, columns, lineage.kind() == Lineage.Kind.SCORED ? scores() : payments(), null);
    }

    private static List<List<@Nullable String>> scores() {
        var sample = new ArrayList<List<@Nullable String>>();
        for (var row = 1; row <= 30; row++) {
            sample.add(Arrays.asList(
                    "" + row,
                    "" + (4900 + row),
                    "" + row * 7 % 30 / 31.0,
                    "terminal " + row + " had 12 frauds in 7 days",
                    row % 2 == 0 ? null : "amount is 9 times the customer’s usual"));
        }
        return sample;
    }

    private static List<List<@Nullable String>> payments() {
        var sample = new ArrayList<List<@Nullable String>>();
        for (var row = 0; row < 12; row++) {
            sample.add(Arrays.asList(
                    "" + (1_803_100 + row),
                    "2018-07-25T00:0" + row % 10 + ":31",
                    "" + (4961 - row * 37),
                    "" + (3412 + row * 11),
                    "%.2f".formatted(8.5 + row * 7.31),
                    row % 5 == 0 ? null : "DE",
                    row == 3 ? "1" : "0"));
        }
        return sample;
    }

    private static List<Bin> bins(String name) {
        var bins = new ArrayList<Bin>();
        for (var bin = 0; bin < Profile.BINS; bin++) {
            var count = name.endsWith("AMOUNT")
                    ? (long) (90_000 * Math.exp(-bin / 4.0) * (bin == 0 ? .5 : 1))
                    : 20_000 + 900L * (bin % 4);
            bins.add(new Bin(
                    "" + bin * 10,
                    "" + (bin + 1) * 10,
                    name.endsWith("FRAUD") ? bin == 0 ? 399_000 : bin == 19 ? 3_400 : 0 : count));
        }
        return bins;
    }
}
