package io.millwright.governance.datasets.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a delimited text is written, from its beginning. DuckDB's sniffer is asked first; where it finds a single
 * column, the first line is looked at for a delimiter, so that a damaged file is told as damaged.
 */
final class DialectFinder {

    /** Bytes from the beginning of the text that are looked at. */
    static final int HEAD = 1 << 18;

    private static final String DELIMITERS = ",;\t|";
    private static final Pattern DECLARED = Pattern.compile("(?i)\"?sep=([,;\\t|])\"?");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final int LINES = 50;

    /** The sniffer's memory grows with columns times rows: very wide tables are left to the first line. */
    private static final int LONG_LINE = 1 << 13;

    private final DuckSession duck;
    private final Scratch scratch;

    DialectFinder(DuckSession duck, Scratch scratch) {
        this.duck = duck;
        this.scratch = scratch;
    }

    Dialect find(byte[] head) throws IOException {
        var lines = new String(head, StandardCharsets.UTF_8)
                .lines()
                .limit(LINES + 1L)
                .toList();
        if (lines.stream().allMatch(String::isBlank)) {
            throw Refusals.empty();
        }
        var declared = DECLARED.matcher(lines.getFirst().strip());
        if (declared.matches()) {
            var delimiter = (byte) declared.group(1).charAt(0);
            return withHeader(new Dialect(delimiter, false, true, 1), head, false);
        }
        var first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        var sniffed = first.length() > LONG_LINE ? null : sniff(head);
        if (sniffed == null || first.indexOf(sniffed.delimiter()) < 0) {
            var delimiter = mostFrequent(first);
            if (delimiter == 0 && isWords(lines)) {
                delimiter = ' ';
            }
            sniffed = new Dialect(delimiter == 0 ? (byte) ',' : delimiter, false, false, 0);
        }
        return withHeader(sniffed.withHeader(true), head, sniffed.header());
    }

    private @Nullable Dialect sniff(byte[] head) throws IOException {
        var file = scratch.file("head.csv");
        Files.write(file, head);
        try {
            return duck.query(
                    "SELECT Delimiter, Escape, HasHeader FROM sniff_csv("
                            + DuckTypes.literal(file.toString())
                            + ", sample_size = -1, ignore_errors = true)",
                    row -> {
                        var delimiter = row.getString(1);
                        return delimiter.length() == 1 && DELIMITERS.contains(delimiter)
                                ? new Dialect(
                                        (byte) delimiter.charAt(0), "\\".equals(row.getString(2)), row.getBoolean(3), 0)
                                : null;
                    });
        } catch (SQLException notSniffed) {
            // The sniffer gives up on damaged files; our own reading finds the damage and its line.
            return null;
        } finally {
            Files.delete(file);
        }
    }

    /** Whether there is a header: the sniffer compares types; without a type to compare, names must not look like values. */
    private static Dialect withHeader(Dialect dialect, byte[] head, boolean sniffedHeader) throws IOException {
        try (var records = new DelimitedRecords(new ByteArrayInputStream(head), dialect)) {
            if (!records.next()) {
                throw Refusals.empty();
            }
            return dialect.withHeader(sniffedHeader || Header.looksNamed(records));
        }
    }

    private static byte mostFrequent(String line) {
        byte best = 0;
        var most = 0L;
        for (var c : DELIMITERS.toCharArray()) {
            var count = line.chars().filter(other -> other == c).count();
            if (count > most) {
                most = count;
                best = (byte) c;
            }
        }
        return best;
    }

    /** Whether every line has the same number of words, at least two, and the later lines begin with a number. */
    private static boolean isWords(List<String> lines) {
        var counts = lines.stream()
                .limit(LINES)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(BLANKS::split)
                .toList();
        var words = counts.getFirst().length;
        return words > 1
                && counts.stream().allMatch(line -> line.length == words)
                && counts.stream().skip(1).allMatch(line -> isNumber(line[0]));
    }

    private static boolean isNumber(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        return (Shape.of(bytes, 0, bytes.length) & Shape.DECIMAL) != 0;
    }

    /** The beginning of a text up to its last full line; all of it when it has no line end. */
    static byte[] wholeLines(byte[] head) {
        if (head.length < HEAD) {
            return head;
        }
        for (var i = head.length - 1; i > 0; i--) {
            if (head[i] == '\n' || head[i] == '\r') {
                return Arrays.copyOf(head, i + 1);
            }
        }
        return head;
    }
}
