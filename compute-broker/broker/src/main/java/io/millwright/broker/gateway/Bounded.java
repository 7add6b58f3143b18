package io.millwright.broker.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a refusal when more comes than may. */
final class Bounded extends FilterInputStream {

    private final String path;
    private final long limit;
    private long read;

    /** @param path what it is called in the refusal */
    Bounded(InputStream in, String path, long limit) {
        super(in);
        this.path = path;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        return count(got, got);
    }

    long count() {
        return read;
    }

    private int count(int result, int bytes) {
        if (result >= 0) {
            read += bytes;
            if (read > limit) {
                throw Refusal.tooLarge(path, limit);
            }
        }
        return result;
    }
}
