package io.millwright.broker.gateway;

import java.time.Instant;

/**
 * A line of an agent's batch of events: fields apart by tabs, with tabs, newlines and backslashes escaped.
 *
 * @param seq the agent's own count, from 1
 * @param fields after the type, at least as many as the type needs
 */
record EventLine(long seq, Instant at, Type type, String[] fields) {

    /** Kinds of events. */
    enum Type {
        PHASE(1),
        LOG(1),
        PROGRESS(2),
        METRIC(3);

        private final int fields;

        Type(int fields) {
            this.fields = fields;
        }
    }

    /** @throws Refusal 400 when it is not such a line */
    static EventLine parse(String line) {
        var parts = line.split("\t", -1);
        try {
            var type =
                    switch (parts[2]) {
                        case "phase" -> Type.PHASE;
                        case "log" -> Type.LOG;
                        case "progress" -> Type.PROGRESS;
                        case "metric" -> Type.METRIC;
                        default -> throw new IllegalArgumentException("no such type");
                    };
            var fields = new String[parts.length - 3];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = unescape(parts[i + 3]);
            }
            if (fields.length < type.fields) {
                throw new IllegalArgumentException("too few fields");
            }
            return new EventLine(
                    Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), type, fields);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | java.time.DateTimeException malformed) {
            throw Refusal.malformed("This is not an event: " + line.substring(0, Math.min(80, line.length())));
        }
    }

    /** The same line of the log, said by somebody. */
    EventLine of(String who) {
        return new EventLine(seq, at, type, new String[] {who + ": " + fields[0]});
    }

    /** Without what PostgreSQL does not take. */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\0') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c == '\0' ? '\ufffd' : c);
            }
        }
        return plain.toString();
    }
}
