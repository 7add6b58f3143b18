package io.millwright.governance.datasets.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Looks through the directory at the end of a zip archive before the JDK's reader loads it: how long it is, and what that
 * reader does not tell (links, passwords). Constant memory.
 *
 * @param names how names that are not marked as UTF-8 are encoded
 */
record ArchiveDirectory(Charset names) {

    /** The longest directory; it lies in memory while the archive is open. */
    static final int MAX_BYTES = 24 << 20;

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int HEADER = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int HEADER_SIZE = 46;
    private static final int UNIX = 3;
    private static final int DARWIN = 19;
    private static final int TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    private record Place(long start, long size, long files) {}

    /** @throws io.millwright.tenancy.MillwrightException when it is not one that we read */
    static ArchiveDirectory check(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var place = place(channel);
            if (place.size() > MAX_BYTES) {
                throw ArchiveRefusals.directoryTooLong(place.size());
            }
            if (place.files() > Archive.MAX_FILES) {
                throw ArchiveRefusals.tooManyFiles(place.files());
            }
            channel.position(place.start());
            return new ArchiveDirectory(walk(new Headers(channel, place.size()), place.files()));
        } catch (EOFException cut) {
            throw ArchiveRefusals.damaged("its list of files is not complete");
        }
    }

    private static Place place(FileChannel channel) throws IOException {
        var size = channel.size();
        var tail = read(channel, Math.max(0, size - END_SIZE - 0xFFFF), (int) Math.min(size, END_SIZE + 0xFFFF));
        for (var at = tail.capacity() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_SIZE + unsigned(tail.getShort(at + 20)) == tail.capacity()) {
                return place(channel, tail, at, size - tail.capacity() + at);
            }
        }
        throw ArchiveRefusals.damaged("its end is missing");
    }

    private static Place place(FileChannel channel, ByteBuffer tail, int at, long end) throws IOException {
        long files = unsigned(tail.getShort(at + 10));
        var length = Integer.toUnsignedLong(tail.getInt(at + 12));
        var start = Integer.toUnsignedLong(tail.getInt(at + 16));
        var directoryEnd = end;
        if ((files == 0xFFFF || length == 0xFFFFFFFFL || start == 0xFFFFFFFFL) && end >= 20) {
            var locator = read(channel, end - 20, 20);
            if (locator.getInt(0) == LOCATOR_64) {
                directoryEnd = locator.getLong(8);
                if (directoryEnd < 0 || directoryEnd > end - 20) {
                    throw ArchiveRefusals.damaged("its end contradicts itself");
                }
                var large = read(channel, directoryEnd, 56);
                if (large.getInt(0) != END_64) {
                    throw ArchiveRefusals.damaged("its end contradicts itself");
                }
                files = large.getLong(32);
                length = large.getLong(40);
                start = large.getLong(48);
            }
        }
        if (files < 0 || length < 0 || start < 0 || start + length != directoryEnd) {
            throw ArchiveRefusals.damaged("its list of files is not where it should be");
        }
        return new Place(start, length, files);
    }

    private static Charset walk(Headers headers, long files) throws IOException {
        var names = StandardCharsets.UTF_8;
        for (var i = 0L; i < files; i++) {
            var header = headers.read(HEADER_SIZE);
            if (header.getInt(0) != HEADER) {
                throw ArchiveRefusals.damaged("its list of files breaks off");
            }
            var bytes = headers.read(unsigned(header.getShort(28))).array();
            headers.read(unsigned(header.getShort(30)));
            headers.read(unsigned(header.getShort(32)));
            if (!isUtf8(bytes)) {
                names = null;
            }
            check(header, shown(bytes));
        }
        if (headers.left() != 0) {
            throw ArchiveRefusals.damaged("it holds more files than it says");
        }
        // Before UTF-8, names were written in the code page of the first PCs.
        return names == null ? Charset.forName("IBM437") : names;
    }

    private static void check(ByteBuffer header, String name) {
        if ((header.getShort(8) & 1) != 0) {
            throw ArchiveRefusals.encrypted(name);
        }
        var method = unsigned(header.getShort(10));
        if (method != 0 && method != 8) {
            throw ArchiveRefusals.method(name, method);
        }
        var maker = unsigned(header.getShort(4)) >> 8;
        var type = header.getInt(38) >>> 16 & TYPE;
        if ((maker == UNIX || maker == DARWIN) && type != 0 && type != REGULAR && type != FOLDER) {
            throw ArchiveRefusals.link(name);
        }
    }

    private static boolean isUtf8(byte[] name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static String shown(byte[] name) {
        return Archive.shown(new String(name, StandardCharsets.UTF_8));
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer;
    }

    /** The bytes of the directory, in the order in which they lie there. */
    private static final class Headers {

        private final BufferedInputStream in;
        private long left;

        Headers(FileChannel channel, long size) {
            this.in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            this.left = size;
        }

        long left() {
            return left;
        }

        ByteBuffer read(int length) throws IOException {
            left -= length;
            var bytes = left < 0 ? new byte[0] : in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
