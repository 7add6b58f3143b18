package io.millwright.portal.ui.world;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import io.millwright.governance.datasets.Profile.Numbers;
import io.millwright.governance.datasets.SeriesProfile;
import io.millwright.governance.datasets.SeriesProfile.Frequency;
import io.millwright.governance.datasets.SeriesProfile.Layout;
import io.millwright.governance.datasets.SeriesProfile.Shown;
import io.millwright.governance.datasets.SeriesProfile.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Series as people bring them: a row for each of 414, with hundreds of columns, and shops by the day. */
public final class SeriesStory {

    private static final int STEPS = 960;

    private SeriesStory() {}

    /** Adds both to what is there. */
    public static void tell(World world) {
        var columns = new ArrayList<DatasetColumn>();
        columns.add(new DatasetColumn("V1", ColumnType.TEXT));
        IntStream.rangeClosed(2, STEPS + 1)
                .forEach(step -> columns.add(new DatasetColumn("V" + step, ColumnType.INTEGER)));
        add(
                world,
                "Hourly load",
                414,
                columns,
                new SeriesProfile(
                        Layout.ROWS,
                        null,
                        List.of("V1"),
                        null,
                        new Frequency(Unit.STEP, 1),
                        414,
                        353_500,
                        0,
                        "V2",
                        "V961",
                        IntStream.rangeClosed(1, SeriesProfile.SHOWN)
                                .mapToObj(i -> new Shown("H" + i, wave(i, false)))
                                .toList()));
        add(
                world,
                "Shops by the day",
                4_300,
                List.of(
                        new DatasetColumn("day", ColumnType.DATE),
                        new DatasetColumn("shop", ColumnType.INTEGER),
                        new DatasetColumn("sold", ColumnType.INTEGER)),
                new SeriesProfile(
                        Layout.LONG,
                        "day",
                        List.of("shop"),
                        "sold",
                        new Frequency(Unit.DAY, 1),
                        12,
                        4_300,
                        80,
                        "2025-01-01",
                        "2025-12-31",
                        List.of(new Shown("1", wave(1, true)), new Shown("2", wave(2, true)))));
    }

    private static List<@Nullable Double> wave(int series, boolean broken) {
        var values = new ArrayList<@Nullable Double>();
        for (var i = 0; i < SeriesProfile.POINTS; i++) {
            values.add(broken && i % 20 == 9 ? null : (Double) (100.0 * series + 30 * Math.sin(i / 3.0 + series) + i));
        }
        return values;
    }

    private static void add(World world, String name, long rows, List<DatasetColumn> columns, SeriesProfile series) {
        var like = world.datasets.getFirst();
        var version = new DatasetVersion(
                World.id(name + " 1"),
                new DatasetId(World.id(name)),
                name,
                1,
                rows,
                columns,
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".csv",
                like.format(),
                like.given(),
                like.parquet(),
                like.canonical(),
                like.kind(),
                null,
                like.lineage(),
                World.ago(Duration.ofMinutes(1)),
                like.createdBy());
        world.datasets.add(version);
        world.profiles.put(
                version.id(),
                new Profile(
                        rows,
                        columns.stream().map(column -> profile(column, rows)).toList(),
                        List.of(
                                columns.stream().map(DatasetColumn::name).toList(),
                                columns.stream().map(DatasetColumn::name).toList()),
                        series));
    }

    private static ColumnProfile profile(DatasetColumn column, long rows) {
        return new ColumnProfile(
                column.name(),
                column.type(),
                0,
                rows,
                "1",
                "999",
                column.type() == ColumnType.INTEGER ? new Numbers(53, 41, 5, 21, 44, 77, 131) : null,
                List.of(),
                List.of());
    }
}
