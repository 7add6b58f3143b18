package io.millwright.broker.runner.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    private static final Column TEXT = new Column("t", ColumnType.TEXT);
    private static final Column DECIMAL = new Column("d", ColumnType.DECIMAL);
    private static final Column INTEGER = new Column("i", ColumnType.INTEGER);

    @TempDir
    private Path folder;

    @Test
    void tellsMissingFromEmptyText() throws IOException {
        var rows = texts("t\n\"\"\n\n\"x\"\n", TEXT);

        assertThat(rows).containsExactly("", null, "x");
    }

    @Test
    void readsQuotesSeparatorsAndLineEndsInsideFields() throws IOException {
        var rows = texts("t\n\"a, \"\"b\"\"\nc\r\nd\"\nplain\r\n\"\"\"\"", TEXT);

        assertThat(rows).containsExactly("a, \"b\"\nc\r\nd", "plain", "\"");
    }

    @Test
    void readsAFileWithoutALastLineEnd() throws IOException {
        assertThat(texts("t\nlast", TEXT)).containsExactly("last");
        assertThat(texts("t\n", TEXT)).isEmpty();
        assertThat(texts("t", TEXT)).isEmpty();
    }

    @Test
    void readsAMissingLastFieldAtTheEndOfTheFile() throws IOException {
        try (var cursor = table("i,d\n1,", INTEGER, DECIMAL).open(List.of("d", "i"))) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.isMissing(0)).isTrue();
            assertThat(cursor.number(0)).isNaN();
            assertThat(cursor.integer(1)).isEqualTo(1);
            assertThat(cursor.next()).isFalse();
            assertThat(cursor.next()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.5",
        "-0.25",
        "1e3",
        "1234567890123456789",
        "0.1",
        "3.14159265358979312",
        "-1.7976931348623157E308",
        "4.9E-324",
        "9007199254740993",
        "0.3",
        "1.",
        ".5",
        "-0",
        "123456.789e-3",
        "99999999999999999999999"
    })
    void readsDecimalsAsJavaDoes(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(Values.decimal(bytes, 0, bytes.length)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void readsRandomDecimalsAsJavaDoes() {
        var random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : Math.round(random.nextGaussian() * 1e6) / 100.0;
            byte[] bytes = Double.toString(value).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(Values.decimal(bytes, 0, bytes.length)).isEqualTo(Double.valueOf(value));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2018-06-18T00:00:31, 2018-06-18T00:00:31Z",
        "2018-06-18 00:00:31.5, 2018-06-18T00:00:31.5Z",
        "2018-06-18T00:00:31.123456Z, 2018-06-18T00:00:31.123456Z",
        "2018-06-18T02:00:31+02:00, 2018-06-18T00:00:31Z",
        "2018-06-18T02:00:31+02, 2018-06-18T00:00:31Z",
        "1969-12-31T23:59:59.999999-0030, 1970-01-01T00:29:59.999999Z",
        "1900-02-28, 1900-02-28T00:00:00Z"
    })
    void readsMoments(String text, Instant moment) throws IOException {
        try (var cursor =
                table("m\n" + text, new Column("m", ColumnType.TIMESTAMP)).open(List.of("m"))) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.integer(0))
                    .isEqualTo(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000)
                    .isEqualTo((long) cursor.number(0));
        }
    }

    @Test
    void readsEveryDayOfFourHundredYears() {
        for (long day = -80_000; day < 80_000; day += 13) {
            byte[] text = LocalDate.ofEpochDay(day).toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(Moments.days(text, 0, text.length)).isEqualTo(day);
        }
    }

    @Test
    void readsFlags() throws IOException {
        try (var cursor =
                table("b\ntrue\nfalse\n", new Column("b", ColumnType.BOOLEAN)).open(List.of("b"))) {
            cursor.next();
            assertThat(cursor.number(0)).isEqualTo(1);
            cursor.next();
            assertThat(cursor.integer(0)).isZero();
        }
    }

    @Test
    void namesTheRowOfAValueThatIsNotOfItsType() throws IOException {
        try (var cursor = table("i\n1\nx\n", INTEGER).open(List.of("i"))) {
            cursor.next();
            cursor.next();
            assertThatThrownBy(() -> cursor.integer(0)).hasMessage("row 2 of the table: \"x\" is not INTEGER");
        }
    }

    @Test
    void refusesRaggedRowsAndUnknownColumns() throws IOException {
        try (var cursor = table("i,d\n1\n", INTEGER, DECIMAL).open(List.of("i"))) {
            assertThatThrownBy(cursor::next).hasMessageContaining("row 1 of the table has fewer fields");
        }
        assertThatThrownBy(() -> table("i\n", INTEGER).open(List.of("none")))
                .hasMessageContaining("no column \"none\"");
    }

    @Test
    void readsWhatIsLongerThanItsBuffer() throws IOException {
        String longText = "word, \"quoted\"\n".repeat(50_000);
        var written = new ArrayList<String>();
        Path file = folder.resolve("long.csv");
        try (var output = new CsvTableOutput(file, folder.resolve("long.columns"), List.of(TEXT, INTEGER))) {
            for (int i = 0; i < 40; i++) {
                String text = longText.substring(0, i * 17_003 % longText.length());
                written.add(text);
                output.text(text).integer(i).endRow();
            }
        }

        var read = new ArrayList<String>();
        try (var cursor = new CsvTable(file, List.of(TEXT, INTEGER), 40).open(List.of("i", "t"))) {
            for (int i = 0; cursor.next(); i++) {
                assertThat(cursor.integer(0)).isEqualTo(i);
                read.add(cursor.text(1));
            }
        }
        assertThat(read).isEqualTo(written);
    }

    @Test
    void readsTheSameHoweverTheFileFallsOnItsBuffer() throws IOException {
        var random = new Random(11);
        var words = List.of("", "a", "\"", "\r\n", "ä€😀", ",", "long ".repeat(40));
        var written = new ArrayList<String>();
        Path file = folder.resolve("random.csv");
        try (var output = new CsvTableOutput(file, folder.resolve("random.columns"), List.of(TEXT, DECIMAL))) {
            for (int i = 0; i < 30_000; i++) {
                String text = words.get(random.nextInt(words.size())) + words.get(random.nextInt(words.size()));
                written.add(text);
                output.text(text).number(i % 3 == 0 ? Double.NaN : i / 7.0).endRow();
            }
        }

        try (var cursor = new CsvTable(file, List.of(TEXT, DECIMAL), 30_000).open(List.of("t", "d"))) {
            for (int i = 0; i < written.size(); i++) {
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.text(0)).isEqualTo(written.get(i));
                assertThat(cursor.number(1)).isEqualTo(Double.valueOf(i % 3 == 0 ? Double.NaN : i / 7.0));
            }
            assertThat(cursor.next()).isFalse();
        }
    }

    private List<String> texts(String csv, Column column) throws IOException {
        var texts = new ArrayList<String>();
        try (var cursor = table(csv, column).open(List.of(column.name()))) {
            while (cursor.next()) {
                texts.add(cursor.text(0));
            }
        }
        return texts;
    }

    private CsvTable table(String csv, Column... columns) throws IOException {
        return new CsvTable(Files.writeString(folder.resolve("table.csv"), csv), List.of(columns), 0);
    }
}
