package io.millwright.governance.datasets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.tenancy.MillwrightException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {

    @TempDir
    Path folder;

    private Reading reading;

    @BeforeEach
    void setUp() {
        reading = new Reading(folder);
    }

    @Test
    void emptyFiles() {
        expect(reading.refusal(""), "file-empty", "The file is empty.");
        expect(reading.refusal("\n\n  \n"), "file-empty", "The file is empty.");
        expect(reading.refusal("\uFEFF"), "file-empty", "The file is empty.");
        expect(reading.refusal("\n\n"), "file-empty", "The file is empty.");
        expect(reading.refusal("a,b,c\n"), "file-without-rows", "The file has a header line but no rows.");
    }

    @Test
    void raggedFiles() {
        expect(
                reading.refusal("a,b,c\n1,2,3\n4,5\n6,7,8\n"),
                "file-ragged",
                "Line 3 has 2 fields where the header has 3.");
        expect(
                reading.refusal("a,b\n1,\"x\ny\"\n4,5,6\n"),
                "file-ragged",
                "Line 4 has 3 fields where the header has 2.");
        expect(reading.refusal("1,2\n3\n"), "file-ragged", "Line 2 has 1 field where line 1 has 2.");
        var long_ = "a,b\n" + "1,2\n".repeat(500_000) + "1,2,3\n";
        expect(reading.refusal(long_), "file-ragged", "Line 500,002 has 3 fields where the header has 2.");
    }

    @Test
    void brokenQuotes() {
        expect(
                reading.refusal("a,b\n1,\"x\n2,y\n"),
                "quote-not-closed",
                "The quote that opens in line 2, column 2 is never closed.");
        expect(
                reading.refusal("a,b\n1,\"x\" y\n"),
                "text-after-quote",
                "In line 2, column 2 there is text after the closing quote.");
    }

    @Test
    void wrongEncodings() {
        var mixed = concat("a,b\nÄ,1\nx,".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFC, '\n'});
        expect(reading.refusal(mixed), "file-encoding", "Line 3 is not valid UTF-8 (at byte 11 of the file).");
        var marked = concat("\uFEFFa\nx".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE4, '\n'});
        expect(reading.refusal(marked), "file-encoding", "Line 2 is not valid UTF-8 (at byte 6 of the file).");
        var lone = "\uFEFFa\nb\n".getBytes(StandardCharsets.UTF_16LE);
        var surrogate = concat(lone, new byte[] {0x00, (byte) 0xD8, 'x', 0, '\n', 0});
        expect(reading.refusal(surrogate), "file-encoding", "Line 3 is not valid UTF-16LE (at byte 10 of the file).");
        var noText = concat("a,b\n1,".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
        expect(reading.refusal(noText), "file-encoding", "Line 2 is not valid UTF-8 (at byte 6 of the file).");
        var shiftJis = concat("a\n".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0x93, (byte) 0x81, '\n'});
        expect(reading.refusal(shiftJis), "file-encoding", "Line 2 is not valid UTF-8 (at byte 2 of the file).");
    }

    @Test
    void binaryFiles() throws IOException {
        var random = new byte[100_000];
        new Random(7).nextBytes(random);
        random[0] = 'x';
        assertThat(reading.refusal(random).code()).isEqualTo("file-binary");
        expect(
                reading.refusal("a,b\n1,2\n3,\0\n"),
                "file-binary",
                "The file is not text: line 3 holds bytes that no text has.");
        assertThat(reading.refusal(zip(1 << 20)).code()).isEqualTo("file-binary");
        expect(reading.refusal("%PDF-1.7 \n%âã"), "file-not-a-table", "This is a PDF document, not a table.");
        expect(
                reading.refusal(new byte[] {(byte) 0x80, 4, (byte) 0x95, 0, 0, 0, 0, 0, 0, 0, 0, '}', '.'}),
                "file-not-a-table",
                "This is a Python pickle, not a table.");
        expect(reading.refusal("PAR1" + "x".repeat(100)), "parquet-invalid", null);
        expect(reading.refusal("PAR1" + "x".repeat(100) + "PAR1"), "parquet-invalid", null);
        assertThat(reading.text("BZh,ORC\n1,2\n").files().rows()).isEqualTo(1);
    }

    @Test
    void compressedFiles() {
        var good = Reading.gzip("a,b\n1,2\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        var cut = Arrays.copyOf(good, good.length - 12);
        expect(reading.refusal(cut), "file-damaged", null);
        expect(reading.refusal(new byte[] {0x1f, (byte) 0x8b, 8, 9, 9}), "file-damaged", null);
        var bomb = Reading.gzip(("a,b\n" + "1,2\n".repeat(20 << 20)).getBytes(StandardCharsets.US_ASCII));
        expect(
                reading.refusal(bomb),
                "file-expands-too-much",
                "The compressed file expands to more than 64 MB, which no real table does.");
        expect(reading.refusal(Reading.gzip(new byte[0])), "file-empty", "The file is empty.");
    }

    @Test
    void oversizedFiles() {
        var wide = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        expect(
                reading.refusal(wide + "\n" + "1,".repeat(9_999) + "1\n"),
                "too-many-columns",
                "Line 1 has 10,000 columns; 2,000 is the limit.");
        expect(
                reading.refusal("a,b\n1,2\n3," + "x".repeat(100 << 20) + "\n"),
                "field-too-long",
                "Line 3, column 2 holds a field of more than 1 MB.");
        expect(
                reading.refusal("a,b\n1,2\n3,\"" + "x\n".repeat(10 << 20) + "\"\n"),
                "field-too-long",
                "Line 3, column 2 holds a field of more than 1 MB.");
        expect(reading.refusal("x".repeat(10 << 20)), "field-too-long", null);
        expect(reading.refusal("a,b\n1," + "x,".repeat(5 << 20)), "row-too-long", null);
    }

    @Test
    void headersThatDoNotName() {
        expect(
                reading.refusal("id,amount,id\n1,2,3\n"),
                "column-name-twice",
                "Columns 1 and 3 are both called \"id\".");
        expect(
                reading.refusal("Id,amount,ID\n1,2,3\n"),
                "column-name-twice",
                "Columns 1 and 3 are both called \"ID\", as upper and lower case are not told apart.");
        expect(
                reading.refusal("id,,name\n1,2,x\n"),
                "column-without-name",
                "Column 2 has no name in the header (line 1).");
        expect(reading.refusal("id," + "n".repeat(300) + "\n1,2\n"), "column-name-invalid", null);
    }

    @Test
    void brokenJson() {
        expect(
                reading.refusal("{\"a\": 1}\n{\"a\": }\n"),
                "json-invalid",
                "Line 2 is not a JSON object with simple values: it does not follow the rules of JSON.");
        expect(
                reading.refusal("{\"a\": 1}\n{\"a\": [1]}\n"),
                "json-invalid",
                "Line 2 is not a JSON object with simple values: \"a\" holds a list or an object.");
        expect(reading.refusal("{\"a\":".repeat(100_000)), "json-invalid", null);
        expect(reading.refusal("{}\n"), "file-without-rows", null);
    }

    private static void expect(MillwrightException refusal, String code, String sentence) {
        assertThat(refusal.code()).as(refusal.sentence()).isEqualTo(code);
        if (sentence != null) {
            assertThat(refusal.sentence()).isEqualTo(sentence);
        }
    }

    private static byte[] zip(int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("data.csv"));
            zip.write(new byte[size]);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
