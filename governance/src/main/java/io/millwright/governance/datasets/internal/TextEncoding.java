package io.millwright.governance.datasets.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The character encoding of a text, found by reading all of it.
 *
 * @param charset UTF-8, UTF-16 or Windows-1252
 * @param mark bytes of the byte order mark to skip
 */
record TextEncoding(Charset charset, int mark) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * Reads a text to its end.
     *
     * <p>UTF-16 needs a byte order mark or, without one, a zero in every other byte at the start. Bytes that are not valid
     * UTF-8 make it Windows-1252 (of which Latin-1 is the printable part), unless the file declares itself UTF-8 by a mark or
     * also has characters that are valid UTF-8 beyond ASCII: such a file is damaged, and the line is named.
     */
    static TextEncoding of(TextSource source) throws IOException {
        try (var in = source.open()) {
            var buffer = new byte[1 << 16];
            var n = in.readNBytes(buffer, 0, buffer.length);
            if (n == 0) {
                throw Refusals.empty();
            }
            var wide = wide(buffer, n);
            if (wide != null) {
                return wide;
            }
            var marked = n >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
            var check = new Utf8Check();
            for (; n > 0; n = in.readNBytes(buffer, 0, buffer.length)) {
                check.accept(buffer, n);
            }
            check.end();
            if (check.isValid()) {
                return new TextEncoding(StandardCharsets.UTF_8, marked ? 3 : 0);
            }
            if (marked || check.hasWideCharacters() || check.hasUndefinedInWindows1252()) {
                throw Refusals.encoding("UTF-8", check.invalidLine(), check.invalidOffset());
            }
            return new TextEncoding(WINDOWS_1252, 0);
        }
    }

    private static @Nullable TextEncoding wide(byte[] head, int n) {
        if (n < 2) {
            return null;
        }
        if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        var length = Math.min(n, 200) & ~1;
        int even = 0;
        int odd = 0;
        for (var i = 0; i < length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        var half = length / 2;
        if (half >= 4 && odd > half * 9 / 10 && even == 0) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (half >= 4 && even > half * 9 / 10 && odd == 0) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        return null;
    }
}
