package io.millwright.broker.agent;

/** Fields of lines: apart by tabs, with tabs, newlines and backslashes escaped by a backslash. */
final class Escapes {

    private Escapes() {}

    static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    static String[] fields(String line) {
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = unescape(fields[i]);
        }
        return fields;
    }

    /** What comes from a template, fit for every database and terminal: no control characters but tab and newline, bounded. */
    static String clean(String text, int limit) {
        var clean = new StringBuilder(Math.min(text.length(), limit));
        for (int i = 0; i < text.length(); i++) {
            if (clean.length() >= limit) {
                return clean.append(" …").toString();
            }
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) && c != '\t' && c != '\n' ? '\ufffd' : c);
        }
        return clean.toString();
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i == text.length() - 1) {
                plain.append(c);
                continue;
            }
            i++;
            plain.append(
                    switch (text.charAt(i)) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> text.charAt(i);
                    });
        }
        return plain.toString();
    }
}
