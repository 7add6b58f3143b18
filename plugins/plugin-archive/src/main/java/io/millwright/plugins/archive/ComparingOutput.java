package io.millwright.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares what is written to it with what a stream gives, and digests the stream. */
final class ComparingOutput extends OutputStream {

    private final InputStream expected;
    private final MessageDigest sha256 = ZipEntries.sha256();
    private long position;
    private OptionalLong difference = OptionalLong.empty();

    ComparingOutput(InputStream expected) {
        this.expected = expected;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var actual = expected.readNBytes(length);
        sha256.update(actual);
        var mismatch = Arrays.mismatch(actual, 0, actual.length, bytes, from, from + length);
        if (mismatch >= 0 && difference.isEmpty()) {
            difference = OptionalLong.of(position + mismatch);
        }
        position += length;
    }

    /** Where the two part, counted from 0; the end of the shorter counts. Empty when they are equal to the last byte. */
    Optional<Long> firstDifference() throws IOException {
        if (difference.isEmpty() && expected.read() >= 0) {
            difference = OptionalLong.of(position);
        }
        return difference.isPresent() ? Optional.of(difference.getAsLong()) : Optional.empty();
    }

    /** SHA-256 of all that the stream gave. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
