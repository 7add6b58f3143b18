package io.millwright.governance.datasets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoodFilesTest {

    @TempDir
    Path folder;

    private Reading reading;

    @BeforeEach
    void setUp() {
        reading = new Reading(folder);
    }

    @Test
    void readsTypesAndWritesTheCanonicalTable() {
        var result = reading.text("""
                id,amount,ok,day,at,name
                1,2.5,true,2026-01-31,2026-01-31 10:00:00,Ann
                2,-3,FALSE,2026-02-01,2026-02-01T11:30:15.25,"Bob, ""the"" man"
                ,,,,,
                4,1e3,true,2026-02-03,2026-02-03 00:00,""
                """);
        assertThat(result.types())
                .isEqualTo("[id:INTEGER, amount:DECIMAL, ok:BOOLEAN, day:DATE, at:TIMESTAMP, name:TEXT]");
        assertThat(result.canonical()).isEqualTo("""
                id,amount,ok,day,at,name
                1,2.5,true,2026-01-31,2026-01-31T10:00:00.000000Z,Ann
                2,-3.0,false,2026-02-01,2026-02-01T11:30:15.250000Z,"Bob, ""the"" man"
                ,,,,,
                4,1000.0,true,2026-02-03,2026-02-03T00:00:00.000000Z,""
                """);
        assertThat(result.files().rows()).isEqualTo(4);
    }

    @Test
    void readsGermanFiles() {
        var result = reading.text(
                "Datum;Betrag;Name\r\n31.12.2025;1.234,50;Müller\r\n01.02.2026;3,5;\"A;B\"\r\n",
                Charset.forName("windows-1252"));
        assertThat(result.types()).isEqualTo("[Datum:DATE, Betrag:DECIMAL, Name:TEXT]");
        assertThat(result.canonical()).isEqualTo("""
                Datum,Betrag,Name
                2025-12-31,1234.5,Müller
                2026-02-01,3.5,A;B
                """);
        assertThat(result.files().format().encoding()).isEqualTo("windows-1252");
        assertThat(result.files().format().delimiter()).isEqualTo(";");
    }

    @Test
    void readsEveryEncoding() {
        var text = "name,n\nÅsa,1\n日本,2\n";
        for (var bytes : new byte[][] {
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            text.getBytes(StandardCharsets.UTF_16),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            Reading.gzip(text.getBytes(StandardCharsets.UTF_8))
        }) {
            assertThat(reading.bytes(bytes).canonical()).isEqualTo(text);
        }
        var ascii = "name,number\nabc,1\ndef,2\n";
        assertThat(reading.text(ascii, StandardCharsets.UTF_16LE).canonical()).isEqualTo(ascii);
    }

    @Test
    void readsOtherDelimitersAndLineEnds() {
        assertThat(reading.text("a\tb\r1\tx, y\r2\tz\r").canonical()).isEqualTo("a,b\n1,\"x, y\"\n2,z\n");
        assertThat(reading.text("a|b\n1|2\n").canonical()).isEqualTo("a,b\n1,2\n");
        assertThat(reading.text("sep=;\na;b\n1;2\n").canonical()).isEqualTo("a,b\n1,2\n");
        assertThat(reading.text("value\n1\n2\n").canonical()).isEqualTo("value\n1\n2\n");
        assertThat(reading.text("a,b\n1,\"x\ny\"\n\n2,z").canonical()).isEqualTo("a,b\n1,\"x\ny\"\n2,z\n");
    }

    @Test
    void namesTheColumnsOfTablesWithoutHeader() {
        var result = reading.text("1 1 -0.5  \n1 2 0.25  \n2 1 3  \n");
        assertThat(result.canonical()).isEqualTo("column1,column2,column3\n1,1,-0.5\n1,2,0.25\n2,1,3.0\n");
        assertThat(result.files().format().delimiter()).isEqualTo("whitespace");
        assertThat(result.files().format().header()).isFalse();
        assertThat(reading.text("112 \n98 \n69 \n").canonical()).isEqualTo("column1\n112\n98\n69\n");
        assertThat(reading.text("name,city\nBob,Paris\nAl,Rome\n")
                        .files()
                        .format()
                        .header())
                .isTrue();
    }

    @Test
    void keepsWhatANumberWouldLose() {
        var result = reading.text("""
                zip,account,big,ratio,na
                01234,12345678901234567890,9999999999999999999,0.5,NA
                99999,12345678901234567891,1.5,inf,3
                """);
        assertThat(result.types()).isEqualTo("[zip:TEXT, account:TEXT, big:DECIMAL, ratio:DECIMAL, na:INTEGER]");
        assertThat(result.canonical()).isEqualTo("""
                zip,account,big,ratio,na
                01234,12345678901234567890,1e+19,0.5,
                99999,12345678901234567891,1.5,,3
                """);
        assertThat(result.files().format().notes()).hasSize(2);
    }

    @Test
    void doesNotGuessWhereItCannotKnow() {
        var result = reading.text("d,e,n\n01/02/2026,13/02/2026,\"1,234\"\n03/04/2026,01/02/2026,\"5,678\"\n");
        assertThat(result.types()).isEqualTo("[d:TEXT, e:DATE, n:TEXT]");
        assertThat(result.canonical()).contains("01/02/2026,2026-02-13,\"1,234\"");
        assertThat(result.files().format().notes())
                .containsExactly(
                        "In column \"d\" day and month cannot be told apart; it was kept as text.",
                        "Column \"n\" has commas that may be decimal or stand between thousands; it was kept as text.");
        assertThat(reading.text("n,m\n\"1,234.5\",a\n\"2\",b\n").canonical()).isEqualTo("n,m\n1234.5,a\n2.0,b\n");
        assertThat(reading.text("d\n2026-02-30\n").types()).isEqualTo("[d:TEXT]");
    }

    @Test
    void convertsMomentsToUtc() {
        assertThat(reading.text("t\n2026-01-01T00:30:00+02:00\n2026-01-01 00:30Z\n2026-01-01\n")
                        .canonical())
                .isEqualTo("""
                        t
                        2025-12-31T22:30:00.000000Z
                        2026-01-01T00:30:00.000000Z
                        2026-01-01T00:00:00.000000Z
                        """);
        assertThat(reading.text("t,u\n31.1.2026 10:00:00.5,01/31/2026 9:05\n1.2.2026 11:00,2/1/2026 23:59:59\n")
                        .canonical())
                .isEqualTo("""
                        t,u
                        2026-01-31T10:00:00.500000Z,2026-01-31T09:05:00.000000Z
                        2026-02-01T11:00:00.000000Z,2026-02-01T23:59:59.000000Z
                        """);
    }

    @Test
    void readsJsonLines() {
        var result = reading.text("""
                {"a": 1, "b": "x, \\"y\\"", "c": true}
                {"c": null, "a": 2.5, "d": "2026-01-01"}
                {"b": ""}
                """);
        assertThat(result.types()).isEqualTo("[a:DECIMAL, b:TEXT, c:BOOLEAN, d:DATE]");
        assertThat(result.canonical()).isEqualTo("a,b,c,d\n1.0,\"x, \"\"y\"\"\",true,\n2.5,,,2026-01-01\n,\"\",,\n");
        assertThat(reading.text("[{\"a\": 1},\n {\"a\": 2}]").canonical()).isEqualTo("a\n1\n2\n");
    }

    @Test
    void readsItsOwnParquetAgain() throws Exception {
        var text = "id,x,t,day,ok,name\n1,0.5,2026-01-01T00:00:00.000000Z,2026-01-01,true,a\n2,,,,,\"\"\n";
        byte[] parquet;
        try (var scratch = Scratch.in(folder)) {
            Files.writeString(scratch.file("given"), text);
            var limits = new Limits(1 << 20, folder, "512MB", 2, Duration.ofMinutes(1));
            parquet = Files.readAllBytes(
                    new TableReader(limits).read(scratch, scratch.file("given")).parquet());
        }
        var result = reading.bytes(parquet);
        assertThat(result.types()).isEqualTo("[id:INTEGER, x:DECIMAL, t:TIMESTAMP, day:DATE, ok:BOOLEAN, name:TEXT]");
        assertThat(result.canonical()).isEqualTo(text);
    }

    @Test
    void readsWideTables() {
        var names = new StringBuilder();
        var row = new StringBuilder();
        for (var i = 0; i < Limits.MAX_COLUMNS; i++) {
            names.append(i == 0 ? "" : ",").append("c").append(i);
            row.append(i == 0 ? "" : ",").append(i * .5);
        }
        var result = reading.text(names + "\n" + (row + "\n").repeat(20));
        assertThat(result.files().columns()).hasSize(Limits.MAX_COLUMNS);
        assertThat(result.files().profile().columns()).hasSize(Limits.MAX_COLUMNS);
    }
}
