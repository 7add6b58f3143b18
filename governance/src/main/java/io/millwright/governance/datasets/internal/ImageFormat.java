package io.millwright.governance.datasets.internal;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Formats of images that are taken, told by their first bytes. */
enum ImageFormat {
    PNG("89504e470d0a1a0a", "image/png"),
    JPEG("ffd8ff", "image/jpeg"),
    GIF("474946383", "image/gif"),
    BMP("424d", "image/bmp");

    private static final int LONGEST = 8;

    private final String magic;
    private final String mediaType;

    ImageFormat(String magic, String mediaType) {
        this.magic = magic;
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Null when it is none of them. */
    static @Nullable ImageFormat of(byte[] encoded) {
        var head = HexFormat.of().formatHex(encoded, 0, Math.min(LONGEST, encoded.length));
        for (var format : values()) {
            if (head.startsWith(format.magic)) {
                return format;
            }
        }
        return null;
    }
}
