package io.millwright.plugins.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signed list of an archive's contents: the key it was signed with, and SHA-256, size and path of every entry.
 *
 * <p>As text, which is what is signed:
 *
 * <pre>
 * Millwright-Archive: 1
 * Key: 0123456789abcdef0123456789abcdef
 * (64 hexadecimal digits) (size in bytes) (path)
 * …one line per entry, ascending by path
 * </pre>
 *
 * @param key identity of the signing key
 * @param entries ascending by path
 */
record Contents(String key, List<Entry> entries) {

    /** Most entries of an archive. */
    static final int MAX_ENTRIES = 20_000;

    /** Largest archive, in bytes. */
    static final long MAX_SIZE = 512L << 20;

    /** Longest text of a list, in bytes. */
    static final int MAX_TEXT = 8 << 20;

    private static final String FIRST = "Millwright-Archive: 1";
    private static final Pattern KEY = Pattern.compile("Key: ([0-9a-f]{32})");
    private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{64}) (0|[1-9][0-9]{0,9}) (\\S+)");

    Contents {
        entries = List.copyOf(entries);
    }

    /** One entry of the list. */
    record Entry(String path, String sha256, long size) {}

    byte[] text() {
        var text = new ByteArrayOutputStream();
        text.writeBytes((FIRST + "\nKey: " + key + "\n").getBytes(StandardCharsets.US_ASCII));
        for (var entry : entries) {
            var line = entry.sha256() + " " + entry.size() + " " + entry.path() + "\n";
            text.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        }
        return text.toByteArray();
    }

    /** Reads a list that is exactly as {@link #text} would write it; empty when it is not. */
    static Optional<Contents> read(byte[] text) {
        var lines = new String(text, StandardCharsets.US_ASCII).split("\n", -1);
        if (lines.length < 3 || lines.length > MAX_ENTRIES + 3 || !lines[0].equals(FIRST)) {
            return Optional.empty();
        }
        var key = KEY.matcher(lines[1]);
        if (!key.matches()) {
            return Optional.empty();
        }
        var entries = new ArrayList<Entry>();
        var seen = new HashSet<String>();
        var size = 0L;
        for (var index = 2; index < lines.length - 1; index++) {
            var line = ENTRY.matcher(lines[index]);
            if (!line.matches()) {
                return Optional.empty();
            }
            var entry = new Entry(line.group(3), line.group(1), Long.parseLong(line.group(2)));
            size += entry.size();
            var ascending = entries.isEmpty() || entries.getLast().path().compareTo(entry.path()) < 0;
            var fresh = seen.add(entry.path().toLowerCase(Locale.ROOT));
            if (!ascending || !fresh || !EntryPath.isSafe(entry.path()) || size > MAX_SIZE) {
                return Optional.empty();
            }
            entries.add(entry);
        }
        var contents = new Contents(key.group(1), entries);
        return java.util.Arrays.equals(contents.text(), text) ? Optional.of(contents) : Optional.empty();
    }
}
