package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018-06-18 14:05:00          | 2018-06-18T14:05:00Z",
                "2018-06-18T14:05:00.250Z     | 2018-06-18T14:05:00.250Z",
                "2018-06-18T14:05:00+02:00    | 2018-06-18T12:05:00Z",
                "18.06.2018 14:05             | 2018-06-18T14:05:00Z",
                "18 06 2018 14:05             | 2018-06-18T14:05:00Z",
                "18.6.2018                    | 2018-06-18T00:00:00Z",
                "18/06/2018 14:05:09          | 2018-06-18T14:05:09Z",
                "06/18/2018 2:05 PM           | 2018-06-18T14:05:00Z",
                "06/18/2018 02:05:09 pm       | 2018-06-18T14:05:09Z",
                "18-Jun-2018 14:05            | 2018-06-18T14:05:00Z",
                "Jun 18, 2018                 | 2018-06-18T00:00:00Z",
                "18.06.18                     | 2018-06-18T00:00:00Z",
                "20180618 140500              | 2018-06-18T14:05:00Z",
                "2018-Q2                      | 2018-04-01T00:00:00Z",
                "Q2 2018                      | 2018-04-01T00:00:00Z",
                "2018-W25                     | 2018-06-18T00:00:00Z",
                "2018 KW25                    | 2018-06-18T00:00:00Z",
                "Mon Jun 18 14:05:00 UTC 2018 | 2018-06-18T14:05:00Z",
                "Jun 1 1949                   | 1949-06-01T00:00:00Z",
                "Jan-1-1995                   | 1995-01-01T00:00:00Z",
                "1991 Jul                     | 1991-07-01T00:00:00Z",
                "Sat, 18 Jun 2022             | 2022-06-18T00:00:00Z",
                "1871-04                      | 1871-04-01T00:00:00Z",
                "Mär 2018                     | 2018-03-01T00:00:00Z",
                "3. März 2018 14:05           | 2018-03-03T14:05:00Z",
                "Mo, 05.03.2018               | 2018-03-05T00:00:00Z",
                "01.Okt.2018                  | 2018-10-01T00:00:00Z",
                "jan-99                       | 1999-01-01T00:00:00Z",
                "31.12.98                     | 1998-12-31T00:00:00Z",
                "Dez. 18                      | 2018-12-01T00:00:00Z",
                "1er août 2018                | 2018-08-01T00:00:00Z",
                "févr. 2018                   | 2018-02-01T00:00:00Z",
                "mar. 6 mars 2018             | 2018-03-06T00:00:00Z",
                "juil.-18                     | 2018-07-01T00:00:00Z",
                "lunes, 3 de septiembre de 2018 | 2018-09-03T00:00:00Z",
                "01-ene-2018                  | 2018-01-01T00:00:00Z",
                "giugno 2018                  | 2018-06-01T00:00:00Z",
                "2018 ott                     | 2018-10-01T00:00:00Z",
                "15 de março de 2018          | 2018-03-15T00:00:00Z",
                "set/2018                     | 2018-09-01T00:00:00Z",
                "03-mrt-2018                  | 2018-03-03T00:00:00Z",
                "1. Quartal 2018              | 2018-01-01T00:00:00Z",
                "T2 2018                      | 2018-04-01T00:00:00Z",
                "3e kwartaal 2018             | 2018-07-01T00:00:00Z",
                "4º trimestre de 2018         | 2018-10-01T00:00:00Z",
                "KW 05/2018                   | 2018-01-29T00:00:00Z",
                "5. Woche 2018                | 2018-01-29T00:00:00Z",
                "2018-S05                     | 2018-01-29T00:00:00Z",
                "25/2018                      | 2018-06-18T00:00:00Z",
                "2018-25                      | 2018-06-18T00:00:00Z",
            })
    void readsText(String written, String moment) {
        assertThat(read("\"" + written + "\"")).contains(micros(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "201806,2018-06-01T00:00:00Z",
        "201825,2018-06-18T00:00:00Z",
        "20180618,2018-06-18T00:00:00Z",
        "201806181405,2018-06-18T14:05:00Z",
        "20180618140509,2018-06-18T14:05:09Z",
        "1529330700,2018-06-18T14:05:00Z",
        "1529330700000,2018-06-18T14:05:00Z",
        "1529330700000000,2018-06-18T14:05:00Z",
        "06.2018,2018-06-01T00:00:00Z",
    })
    void readsNumbers(String written, String moment) {
        assertThat(read(written)).contains(micros(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "date,        spreadsheet days",
        "OrderDate,   spreadsheet days",
        "Datum,       spreadsheet days",
        "sold_day,    spreadsheet days",
        "fecha_venta, spreadsheet days",
        "customer_id, seconds from a start",
        "candidates,  seconds from a start",
        "distance,    seconds from a start",
        "amount,      seconds from a start"
    })
    void daysOfASpreadsheetAreNamedSo(String name, String format) {
        MemoryTable table = CsvFiles.parse(name + "\n43269.5\n47000.25\n");

        MomentReader reader =
                MomentReader.of(TableProfile.of(table).columns().get(name), "").orElseThrow();

        assertThat(reader.format()).isEqualTo(format);
        if (reader.absolute()) {
            try (var row = table.open(List.of(name))) {
                row.next();
                assertThat(reader.read(row, 0)).isEqualTo(micros("2018-06-18T12:00:00Z"));
            }
        }
    }

    @Test
    void aKeptFormatNeedsNoName() {
        ColumnProfile column = TableProfile.of(table("43269\n43270")).columns().get("t");
        assertThat(MomentReader.of(column, "spreadsheet days").orElseThrow().absolute())
                .isTrue();
    }

    @Test
    void ordersTellDayAndMonthApart() {
        MemoryTable european = table("\"03/04/2018\"\n\"04/04/2018\"\n\"02/05/2018\"\n\"03/05/2018\"");
        assertThat(reader(european).orElseThrow().format()).isEqualTo("d/M/uuuu");
        MemoryTable american = table("\"04/03/2018\"\n\"04/04/2018\"\n\"05/02/2018\"\n\"05/03/2018\"");
        assertThat(reader(american).orElseThrow().format()).isEqualTo("M/d/uuuu");
    }

    @Test
    void aKeptFormatWinsWhereItFits() {
        MemoryTable ambiguous = table("\"03/04/2018\"\n\"04/05/2018\"");
        ColumnProfile column = TableProfile.of(ambiguous).columns().get("t");
        assertThat(MomentReader.of(column, "M/d/uuuu").orElseThrow().format()).isEqualTo("M/d/uuuu");
        assertThat(MomentReader.of(column, "d/M/uuuu").orElseThrow().format()).isEqualTo("d/M/uuuu");
        assertThat(MomentReader.of(column, "never heard of").orElseThrow().format())
                .isEqualTo("d/M/uuuu");
    }

    @Test
    void countsFromAnUnknownStart() {
        MomentReader reader = reader(table("0\n3\n172792")).orElseThrow();
        assertThat(reader.format()).isEqualTo("seconds from a start");
        assertThat(reader.absolute()).isFalse();
    }

    /** As tools for statistics write a series of months. */
    @Test
    void yearsAndTwelfthsAreMonthsWhereTheNameSaysSo() {
        MemoryTable table = CsvFiles.parse("time,weight\n1949.917,1949.917\n1949.25,1949.25\n1950,1950\n");
        var columns = TableProfile.of(table).columns();
        MomentReader reader = MomentReader.of(columns.get("time"), "").orElseThrow();

        try (var row = table.open(List.of("time"))) {
            row.next();
            assertThat(reader.read(row, 0)).isEqualTo(micros("1949-12-01T00:00:00Z"));
        }
        assertThat(MomentReader.of(columns.get("weight"), "").orElseThrow().absolute())
                .isFalse();
    }

    @Test
    void wordsAreNoMoments() {
        assertThat(reader(table("monday\nsoon\nyesterday"))).isEmpty();
        assertThat(reader(table("mai\nmarch\nmars"))).isEmpty();
    }

    private static Optional<Long> read(String cell) {
        MemoryTable table = table(cell + "\n" + cell);
        return reader(table).map(reader -> {
            try (var row = table.open(List.of("t"))) {
                row.next();
                return reader.read(row, 0);
            }
        });
    }

    private static Optional<MomentReader> reader(MemoryTable table) {
        return MomentReader.of(TableProfile.of(table).columns().get("t"), "");
    }

    private static MemoryTable table(String rows) {
        return CsvFiles.parse("t\n" + rows + "\n");
    }

    private static long micros(String moment) {
        Instant instant = Instant.parse(moment);
        return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000;
    }

    /** In order either way: as days of January they would leave eleven months of each year empty. */
    @Test
    void firstDaysOfMonthsAreNoDaysOfJanuary() {
        StringBuilder american = new StringBuilder("date\n");
        StringBuilder european = new StringBuilder("date\n");
        for (int year = 2022; year < 2025; year++) {
            for (int month = 1; month <= 12; month++) {
                american.append(month).append("/1/").append(year).append('\n');
                european.append("1/").append(month).append('/').append(year).append('\n');
            }
        }

        assertThat(format(american)).isEqualTo("M/d/uuuu");
        assertThat(format(european)).isEqualTo("d/M/uuuu");
    }

    /** A thousand payments a day: the first times are all of the first days of the month. */
    @Test
    void laterTimesTellWhereTheFirstDoNot() {
        StringBuilder file = new StringBuilder("date\n");
        for (int day = 1; day <= 31; day++) {
            for (int minute = 0; minute < 1_000; minute++) {
                file.append("7/%d/18 %d:%02d%n".formatted(day, minute / 60, minute % 60));
            }
        }

        assertThat(format(file)).isEqualTo("M/d/uu");
    }

    private static String format(StringBuilder file) {
        MemoryTable table = CsvFiles.parse(file.toString());
        return MomentReader.of(TableProfile.of(table).columns().get("date"), "")
                .orElseThrow()
                .format();
    }
}
