package io.millwright.governance.datasets.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.governance.datasets.SeriesProfile;
import io.millwright.governance.datasets.SeriesProfile.Frequency;
import io.millwright.governance.datasets.SeriesProfile.Layout;
import io.millwright.governance.datasets.SeriesProfile.Unit;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables hold series, and which only look like it. */
class SeriesFinderTest {

    private static final LocalDate MONDAY = LocalDate.parse("2025-01-06");

    @TempDir
    Path folder;

    @Test
    void a_row_for_each_step_of_each_series() {
        var lines = new ArrayList<String>();
        var chance = new Random(1);
        for (var day = 0; day < 40; day++) {
            for (var shop = 1; shop <= 5; shop++) {
                for (var product : List.of("bread", "cake")) {
                    if (day != 7 || shop != 2) {
                        lines.add("%s,%d,%s,%d,%.2f"
                                .formatted(MONDAY.plusDays(day), shop, product, chance.nextInt(9), 2.5 + day % 7));
                    }
                }
            }
        }
        var found = series("day,shop,product,sold,price", lines);

        assertThat(found.layout()).isEqualTo(Layout.LONG);
        assertThat(found.time()).isEqualTo("day");
        assertThat(found.keys()).containsExactly("shop", "product");
        assertThat(found.value()).isEqualTo("sold");
        assertThat(found.frequency()).isEqualTo(new Frequency(Unit.DAY, 1));
        assertThat(found.count()).isEqualTo(10);
        assertThat(found.points()).isEqualTo(398);
        assertThat(found.gaps()).isEqualTo(2);
        assertThat(found.from()).isEqualTo("2025-01-06");
        assertThat(found.to()).isEqualTo("2025-02-14");
        assertThat(found.shown()).hasSize(10).allSatisfy(one -> assertThat(one.values())
                .hasSize(40));
        assertThat(found.shown())
                .filteredOn(one -> one.name().equals("2, cake"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.values().get(7)).as("the missing day").isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE, 15, 2025-03-01T00:00",
        "HOUR, 1, 2025-03-01T00:00",
        "WEEK, 1, 2025-03-01T00:00",
        "MONTH, 1, 2025-03-01T00:00",
        "QUARTER, 1, 2025-01-01T00:00",
        "YEAR, 1, 1990-01-01T00:00"
    })
    void frequencies_are_told_from_the_times(Unit unit, int every, LocalDateTime from) {
        var lines = IntStream.range(0, 30)
                .mapToObj(i -> after(from, unit, i * every) + ":00," + i * i % 7)
                .toList();

        var found = series("at,load", lines);

        assertThat(found.layout()).isEqualTo(Layout.COLUMNS);
        assertThat(found.frequency()).isEqualTo(new Frequency(unit, every));
        assertThat(found.count()).isOne();
        assertThat(found.value()).isEqualTo("load");
        assertThat(found.gaps()).isZero();
    }

    private static LocalDateTime after(LocalDateTime from, Unit unit, int many) {
        return switch (unit) {
            case MINUTE -> from.plusMinutes(many);
            case HOUR -> from.plusHours(many);
            case WEEK -> from.plusWeeks(many);
            case MONTH -> from.plusMonths(many);
            case QUARTER -> from.plusMonths(3L * many);
            case YEAR -> from.plusYears(many);
            case SECOND, DAY, WORKDAY, STEP -> throw new IllegalArgumentException(unit.name());
        };
    }

    @Test
    void weekends_are_no_gaps_where_nobody_works() {
        var lines = IntStream.range(0, 60)
                .mapToObj(MONDAY::plusDays)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> !day.equals(MONDAY.plusDays(9)))
                .map(day -> day + "," + day.getDayOfMonth())
                .toList();

        var found = series("date,close", lines);

        assertThat(found.frequency()).isEqualTo(new Frequency(Unit.WORKDAY, 1));
        assertThat(found.gaps()).isOne();
    }

    @Test
    void a_column_for_each_series() {
        var lines = IntStream.range(0, 100)
                .mapToObj(i -> "%s,%d,%s,%d".formatted(MONDAY.plusDays(i), i, i == 50 ? "" : "" + i * 2, i % 5))
                .toList();

        var found = series("date,north,south,west", lines);

        assertThat(found.layout()).isEqualTo(Layout.COLUMNS);
        assertThat(found.keys()).isEmpty();
        assertThat(found.value()).isNull();
        assertThat(found.count()).isEqualTo(3);
        assertThat(found.points()).isEqualTo(299);
        assertThat(found.gaps()).isOne();
        assertThat(found.shown()).extracting(SeriesProfile.Shown::name).containsExactly("north", "south", "west");
        assertThat(found.shown().getFirst().values())
                .hasSize(SeriesProfile.POINTS)
                .doesNotContainNull();
    }

    @Test
    void a_row_for_each_series_of_numbered_steps() {
        var found = series(
                IntStream.rangeClosed(1, 131).mapToObj(i -> "V" + i).collect(Collectors.joining(",")),
                IntStream.range(0, 20)
                        .mapToObj(row -> "H" + row + ","
                                + IntStream.rangeClosed(1, 130)
                                        .mapToObj(i -> i > 130 - row || row == 3 && i == 9
                                                ? ""
                                                : Integer.toString(1000 * row + (i * 7 + row) % 24))
                                        .collect(Collectors.joining(",")))
                        .toList());

        assertThat(found.layout()).isEqualTo(Layout.ROWS);
        assertThat(found.time()).isNull();
        assertThat(found.keys()).containsExactly("V1");
        assertThat(found.frequency()).isEqualTo(new Frequency(Unit.STEP, 1));
        assertThat(found.count()).isEqualTo(20);
        assertThat(found.points()).isEqualTo(20 * 130 - 190 - 1);
        assertThat(found.gaps()).as("rows end earlier, and one step is missing").isOne();
        assertThat(found.from()).isEqualTo("V2");
        assertThat(found.to()).isEqualTo("V131");
        assertThat(found.shown()).hasSize(SeriesProfile.SHOWN).allSatisfy(one -> assertThat(one.values())
                .hasSize(SeriesProfile.POINTS));
        assertThat(found.shown().get(1).name()).isEqualTo("H1");
    }

    @Test
    void a_row_for_each_series_of_months() {
        var found = series(
                "region,product,"
                        + IntStream.range(0, 12)
                                .mapToObj(i -> "2025-%02d".formatted(i + 1))
                                .collect(Collectors.joining(",")),
                List.of(
                        "north,bread," + "5,".repeat(11) + "5",
                        "north,cake," + "2,".repeat(11) + "3",
                        "south,cake," + "1,".repeat(11) + "9"));

        assertThat(found.layout()).isEqualTo(Layout.ROWS);
        assertThat(found.keys()).containsExactly("region", "product");
        assertThat(found.frequency()).isEqualTo(new Frequency(Unit.MONTH, 1));
        assertThat(found.shown().getFirst().name()).isEqualTo("north, bread");
    }

    @Test
    void months_may_have_no_day() {
        var lines = new ArrayList<String>();
        for (var month = 0; month < 18; month++) {
            for (var shop : List.of("north", "south")) {
                lines.add("%d-%02d,%s,%d".formatted(2024 + month / 12, 1 + month % 12, shop, month * 3));
            }
        }

        var found = series("month,shop,sold", lines);

        assertThat(found.time()).isEqualTo("month");
        assertThat(found.keys()).containsExactly("shop");
        assertThat(found.frequency()).isEqualTo(new Frequency(Unit.MONTH, 1));
        assertThat(found.to()).isEqualTo("2025-06");
        lines.add("2024-13,north,1");
        assertThat(found("month,shop,sold", lines)).as("no such month").isNull();
    }

    @Test
    void whole_numbers_count_time_where_their_name_says_so() {
        var lines = new ArrayList<String>();
        for (var machine = 1; machine <= 6; machine++) {
            for (var cycle = 1; cycle <= 30 + machine; cycle++) {
                lines.add("%d,%d,%.1f".formatted(machine, cycle, cycle * 1.5));
            }
        }

        assertThat(series("Maschine,Zyklus,Druck", lines).keys()).containsExactly("Maschine");
        assertThat(found("machine,size,pressure", lines)).isNull();
    }

    @Test
    void events_are_no_series() {
        var chance = new Random(2);
        var moment = LocalDateTime.parse("2025-01-01T00:00:00");
        var lines = new ArrayList<String>();
        for (var i = 0; i < 2_000; i++) {
            moment = moment.plusSeconds(1 + chance.nextInt(900));
            lines.add(
                    "%s,%d,%.2f,%d".formatted(moment, chance.nextInt(50), chance.nextDouble() * 90, chance.nextInt(2)));
        }

        assertThat(found("at,customer,amount,fraud", lines)).isNull();
        assertThat(found(
                        "day,customer,amount,fraud",
                        lines.stream()
                                .map(line -> line.replaceFirst("T[^,]*", ""))
                                .toList()))
                .as("several events of a customer a day")
                .isNull();
    }

    @Test
    void numbered_columns_of_different_things_are_no_steps() {
        var chance = new Random(3);
        var header = IntStream.rangeClosed(1, 30).mapToObj(i -> "X" + i).collect(Collectors.joining(","));
        var lines = IntStream.range(0, 200)
                .mapToObj(row -> "r" + row + ","
                        + IntStream.range(0, 30)
                                .mapToObj(i -> "%.3f".formatted(chance.nextGaussian() * (i + 1)))
                                .collect(Collectors.joining(",")))
                .toList();

        assertThat(found("id," + header, lines)).isNull();
    }

    @Test
    void columns_may_be_named_like_those_of_the_queries() {
        var lines = IntStream.range(0, 90)
                .mapToObj(i -> "%s,s%d,%d".formatted(MONDAY.plusDays(i / 3), i % 3, i))
                .toList();

        assertThat(series("x,series,figure", lines).keys()).containsExactly("series");
        assertThat(series("slot,points,step", lines).keys()).containsExactly("points");
    }

    private SeriesProfile series(String header, List<String> lines) {
        return requireNonNull(found(header, lines));
    }

    private @Nullable SeriesProfile found(String header, List<String> lines) {
        return new Reading(folder)
                .text(header + "\n" + String.join("\n", lines) + "\n")
                .files()
                .profile()
                .series();
    }
}
