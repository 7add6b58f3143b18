package io.millwright.templates.fraud.model;

import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.ledger.Transactions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Rows of a history file while they are read; each name is kept once. */
final class HistoryRows {

    private final Map<String, String> names = new HashMap<>();
    private Remembered rows = Remembered.nothing();
    private int size;

    void add(String[] fields) {
        if (size == rows.size()) {
            rows = copy(Math.max(1_024, size * 2));
        }
        rows.time()[size] = micros(fields[0]);
        rows.customer()[size] = names.computeIfAbsent(fields[1], name -> name);
        rows.terminal()[size] = names.computeIfAbsent(fields[2], name -> name);
        rows.amount()[size] = fields[3].isEmpty() ? Double.NaN : Double.parseDouble(fields[3]);
        rows.label()[size] = fields[4].isEmpty() ? Transactions.UNKNOWN : Byte.parseByte(fields[4]);
        rows.ratio()[size] = number(fields[5]);
        rows.deviation()[size] = number(fields[6]);
        size++;
    }

    Remembered remembered() {
        return copy(size);
    }

    private Remembered copy(int length) {
        return new Remembered(
                Arrays.copyOf(rows.time(), length),
                Arrays.copyOf(rows.amount(), length),
                Arrays.copyOf(rows.customer(), length),
                Arrays.copyOf(rows.terminal(), length),
                Arrays.copyOf(rows.label(), length),
                Arrays.copyOf(rows.ratio(), length),
                Arrays.copyOf(rows.deviation(), length));
    }

    private static float number(String field) {
        return field.isEmpty() ? Float.NaN : Float.parseFloat(field);
    }

    private static long micros(String moment) {
        Instant instant = Instant.parse(moment);
        return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000;
    }
}
