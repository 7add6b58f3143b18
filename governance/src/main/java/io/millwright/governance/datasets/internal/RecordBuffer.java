package io.millwright.governance.datasets.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A record that is put together field by field, as {@link Records} shows it. */
final class RecordBuffer {

    private final int[] starts;
    private final int[] ends;
    private final boolean[] quoted;
    private byte[] bytes = new byte[1 << 12];
    private int length;

    RecordBuffer(int fields) {
        this.starts = new int[fields];
        this.ends = new int[fields];
        this.quoted = new boolean[fields];
    }

    /** Makes all fields missing. */
    void clear() {
        length = 0;
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
        Arrays.fill(quoted, false);
    }

    /** @param text whether it is text even when it is empty */
    void set(int field, String value, boolean text, long line) {
        var added = value.getBytes(StandardCharsets.UTF_8);
        if (added.length > Limits.MAX_FIELD_BYTES) {
            throw Refusals.fieldTooLong(line, field + 1);
        }
        if (length + added.length > Limits.MAX_RECORD_BYTES) {
            throw Refusals.recordTooLong(line);
        }
        if (length + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + added.length));
        }
        System.arraycopy(added, 0, bytes, length, added.length);
        starts[field] = length;
        length += added.length;
        ends[field] = length;
        quoted[field] = text;
    }

    int size() {
        return starts.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean isText(int field) {
        return quoted[field];
    }
}
