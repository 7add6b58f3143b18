package io.millwright.broker.runner.table;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.util.Locale;

/** A column as one line of text: {@code TYPE<TAB>name}, with tabs, newlines and backslashes of the name escaped. */
public final class ColumnLines {

    private ColumnLines() {}

    /** @throws IllegalArgumentException when it is not such a line */
    public static Column parse(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw new IllegalArgumentException("not a column: " + line);
        }
        return new Column(
                unescape(line.substring(tab + 1)),
                ColumnType.valueOf(line.substring(0, tab).toUpperCase(Locale.ROOT)));
    }

    static String escape(String name) {
        return name.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String text) {
        var name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i == text.length() - 1) {
                name.append(c);
                continue;
            }
            i++;
            name.append(
                    switch (text.charAt(i)) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> text.charAt(i);
                    });
        }
        return name.toString();
    }
}
