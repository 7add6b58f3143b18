package io.millwright.plugins.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits RFC 4180 text into records; an empty unquoted field is missing (null), {@code ""} is the empty text. */
final class CsvRecords {

    private final BufferedReader reader;
    private int count;

    CsvRecords(BufferedReader reader) {
        this.reader = reader;
    }

    int count() {
        return count;
    }

    /** The next record, null after the last; blank lines are passed over. */
    @Nullable
    List<@Nullable String> next() throws IOException {
        var line = reader.readLine();
        while (line != null && line.isEmpty()) {
            line = reader.readLine();
        }
        if (line == null) {
            return null;
        }
        count++;
        var fields = new ArrayList<@Nullable String>();
        var start = 0;
        while (start <= line.length()) {
            if (start < line.length() && line.charAt(start) == '"') {
                var text = new StringBuilder();
                var at = start + 1;
                while (true) {
                    if (at >= line.length()) {
                        var more = reader.readLine();
                        if (more == null) {
                            throw new IOException("a quoted field of record " + count + " does not end");
                        }
                        text.append('\n');
                        line = more;
                        at = 0;
                    } else if (line.charAt(at) != '"') {
                        text.append(line.charAt(at++));
                    } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                        text.append('"');
                        at += 2;
                    } else {
                        break;
                    }
                }
                fields.add(text.toString());
                start = at + 2;
            } else {
                var end = line.indexOf(',', start);
                end = end < 0 ? line.length() : end;
                fields.add(end == start ? null : line.substring(start, end));
                start = end + 1;
            }
        }
        return fields;
    }
}
