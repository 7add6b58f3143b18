package io.millwright.governance.datasets.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a text file, unpacked when it is compressed. Can be opened any number of times.
 *
 * @param file where it is
 * @param gzip whether it is compressed
 * @param maxBytes the most that it may expand to
 */
record TextSource(Path file, boolean gzip, long maxBytes) {

    private static final int BUFFER = 1 << 16;

    InputStream open() throws IOException {
        var raw = Files.newInputStream(file);
        if (!gzip) {
            return raw;
        }
        try {
            return new Expanding(new GZIPInputStream(raw, BUFFER), Files.size(file), maxBytes);
        } catch (IOException broken) {
            raw.close();
            throw Refusals.gzipBroken();
        }
    }

    /** Stops a compressed file that expands beyond reason, before it has filled anything. */
    private static final class Expanding extends FilterInputStream {

        private final long compressed;
        private final long maxBytes;
        private long expanded;

        Expanding(InputStream in, long compressed, long maxBytes) {
            super(in);
            this.compressed = compressed;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int n;
            try {
                n = super.read(buffer, offset, length);
            } catch (IOException broken) {
                throw Refusals.gzipBroken();
            }
            expanded += Math.max(n, 0);
            if (expanded > maxBytes) {
                throw Refusals.tooLarge(maxBytes);
            }
            if (expanded > Limits.RATIO_FREE && expanded / Math.max(compressed, 1) > Limits.MAX_RATIO) {
                throw Refusals.gzipBomb(expanded);
            }
            return n;
        }
    }
}
