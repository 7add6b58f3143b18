package io.millwright.tenancy.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A blob far away as a channel that is read in parts: each read fetches what it asks for. One thread. */
final class RangeChannel implements SeekableByteChannel {

    private final long size;
    private final Range range;
    private long position;
    private boolean closed;

    /** Fetches the bytes from one position up to, and without, another. */
    interface Range {
        byte[] fetch(long from, long to) throws IOException;
    }

    RangeChannel(long size, Range range) {
        this.size = size;
        this.range = range;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        var bytes = range.fetch(position, Math.min(size, position + target.remaining()));
        target.put(bytes);
        position += bytes.length;
        return bytes.length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
