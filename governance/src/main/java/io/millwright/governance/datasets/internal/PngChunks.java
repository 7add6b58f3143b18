package io.millwright.governance.datasets.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a PNG file that make its pixels; the others may be bombs of their own (compressed texts, profiles). */
final class PngChunks {

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;

    private PngChunks() {}

    /**
     * A PNG file without what its pixels do not need.
     *
     * @throws UnreadableImage when it is cut off
     */
    static byte[] needed(byte[] encoded) throws UnreadableImage {
        var out = new ByteArrayOutputStream(encoded.length);
        out.write(encoded, 0, SIGNATURE);
        var in = ByteBuffer.wrap(encoded);
        for (var at = SIGNATURE; at <= encoded.length - 12; ) {
            var length = in.getInt(at);
            if (length < 0 || length > encoded.length - 12 - at) {
                throw new UnreadableImage("it is cut off");
            }
            var type = new String(encoded, at + 4, 4, StandardCharsets.US_ASCII);
            if (NEEDED.contains(type)) {
                out.write(encoded, at, length + 12);
            }
            if (type.equals("IEND")) {
                return out.toByteArray();
            }
            at += length + 12;
        }
        throw new UnreadableImage("it is cut off");
    }
}
