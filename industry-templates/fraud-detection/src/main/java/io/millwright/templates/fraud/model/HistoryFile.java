package io.millwright.templates.fraud.model;

import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.ledger.Transactions;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The remembered transactions as a compressed table (RFC 4180): time (ISO 8601, UTC), customer, terminal, amount, label,
 * amount over the usual, deviation from the usual; missing values are empty.
 */
final class HistoryFile {

    private static final String HEADER = "time,customer,terminal,amount,label,ratio,deviation";
    private static final int FIELDS = 7;

    private HistoryFile() {}

    static void write(Remembered memory, Path file) throws IOException {
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
                var out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16)) {
            out.write(HEADER);
            out.write('\n');
            for (int row = 0; row < memory.size(); row++) {
                out.write(moment(memory.time()[row])
                        + ','
                        + quoted(memory.customer()[row])
                        + ','
                        + quoted(memory.terminal()[row])
                        + ','
                        + number(memory.amount()[row])
                        + ','
                        + (memory.label()[row] == Transactions.UNKNOWN ? "" : memory.label()[row])
                        + ','
                        + number(memory.ratio()[row])
                        + ','
                        + (memory.label()[row] == 1 ? number(memory.deviation()[row]) : "")
                        + '\n');
            }
        }
    }

    /** @throws IOException also where the file is not what {@link #write} writes */
    static Remembered read(Path file) throws IOException {
        HistoryRows rows = new HistoryRows();
        try (var packed = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
                var in = new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8), 1 << 16)) {
            if (!HEADER.equals(in.readLine())) {
                throw new IOException("not a history file: " + file.getFileName());
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(fields(line));
            }
        } catch (NumberFormatException | DateTimeException damaged) {
            throw new IOException("damaged history file: " + file.getFileName(), damaged);
        }
        return rows.remembered();
    }

    /** Quotes are doubled, line ends written as escapes, so that a line is a row. */
    private static String quoted(String name) {
        if (name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\\')) {
            return name;
        }
        return '"'
                + name.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\"", "\"\"")
                + '"';
    }

    private static String[] fields(String line) throws IOException {
        String[] fields = new String[FIELDS];
        int count = 0;
        int at = 0;
        while (count < FIELDS) {
            StringBuilder field = new StringBuilder();
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            at += quoted ? 1 : 0;
            while (at < line.length()) {
                char c = line.charAt(at);
                if (quoted && c == '"') {
                    if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                        at++;
                    } else {
                        quoted = false;
                        at++;
                        continue;
                    }
                } else if (!quoted && c == ',') {
                    break;
                } else if (quoted && c == '\\' && at + 1 < line.length()) {
                    at++;
                    c = line.charAt(at) == 'n' ? '\n' : line.charAt(at) == 'r' ? '\r' : line.charAt(at);
                }
                field.append(c);
                at++;
            }
            fields[count++] = field.toString();
            if (count < FIELDS && at >= line.length()) {
                throw new IOException("a row of the history has " + count + " fields instead of " + FIELDS);
            }
            at++;
        }
        return fields;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String number(float value) {
        return Float.isNaN(value) ? "" : Float.toString(value);
    }

    private static String moment(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000)
                .toString();
    }
}
