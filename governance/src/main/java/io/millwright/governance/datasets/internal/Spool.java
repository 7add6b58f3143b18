package io.millwright.governance.datasets.internal;

import io.millwright.tenancy.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Brings a stream to disk in constant memory, counting and digesting on the way. */
public final class Spool {

    private static final int BUFFER = 1 << 17;

    private Spool() {}

    /**
     * Copies a stream to a new file.
     *
     * @throws io.millwright.tenancy.MillwrightException when it is empty or longer than the limit
     */
    public static ObjectRef copy(InputStream bytes, Path file, long limit) throws IOException {
        var digest = sha256();
        var size = 0L;
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER];
            for (var n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw Refusals.tooLarge(limit);
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        if (size == 0) {
            throw Refusals.empty();
        }
        return new ObjectRef(HexFormat.of().formatHex(digest.digest()), size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
