package io.millwright.governance.datasets.internal;

/**
 * Checks a text of any length for valid UTF-8 (Unicode 17, table 3-7) block by block, and for bytes that no text has.
 * Lines count from 1, offsets from 0.
 */
final class Utf8Check {

    private long line = 1;
    private long position;
    private int pending;
    private int low = 0x80;
    private int high = 0xBF;
    private long sequenceStart;
    private boolean wide;
    private boolean undefined;
    private long invalidLine;
    private long invalidOffset = -1;

    /** @throws io.millwright.tenancy.MillwrightException at a control character that only binary files have */
    void accept(byte[] buffer, int length) {
        for (var i = 0; i < length; i++, position++) {
            var b = buffer[i];
            if (pending == 0 && b >= 0x20) {
                continue;
            }
            // ÿ stands inside words or nowhere; elsewhere this byte comes from files that are not text.
            undefined |= b == -1 && i > 0 && !isLetter(buffer[i - 1]);
            sequence(b & 0xFF);
            if (b >= 0 && b < 0x20) {
                control(b);
            }
        }
    }

    /** Tells that the text has ended. */
    void end() {
        if (pending > 0) {
            invalid();
        }
    }

    boolean isValid() {
        return invalidOffset < 0;
    }

    boolean hasWideCharacters() {
        return wide;
    }

    boolean hasUndefinedInWindows1252() {
        return undefined;
    }

    long invalidLine() {
        return invalidLine;
    }

    long invalidOffset() {
        return invalidOffset;
    }

    private void control(byte b) {
        if (b == '\n') {
            line++;
        } else if (b != '\t' && b != '\r' && b != 0x0B && b != '\f' && b != 0x1A && b != 0x1C && b != 0x1D && b != 0x1E
                && b != 0x1F) {
            throw Refusals.binary(line);
        }
    }

    private void sequence(int b) {
        undefined |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
        if (pending > 0) {
            if (b >= low && b <= high) {
                low = 0x80;
                high = 0xBF;
                pending--;
                wide |= pending == 0;
                return;
            }
            invalid();
            pending = 0;
            low = 0x80;
            high = 0xBF;
        }
        if (b >= 0x80) {
            begin(b);
        }
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private void begin(int b) {
        sequenceStart = position;
        if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
            low = b == 0xE0 ? 0xA0 : 0x80;
            high = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
            low = b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            invalid();
        }
    }

    private void invalid() {
        if (invalidOffset < 0) {
            invalidOffset = sequenceStart;
            invalidLine = line;
        }
    }
}
