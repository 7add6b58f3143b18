package io.millwright.plugins.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a zip in the one way that a signed archive is written: entries stored without compression, no times, no attributes,
 * no comments, no gaps. Since nothing is left to choose, the list of contents decides every byte of the file: whoever can
 * rebuild the file from it knows that nothing else is in there, and two builds give the same file.
 */
final class CanonicalZip {

    private static final int VERSION = 10;
    /** 1980-01-01, the beginning of time in a zip. */
    private static final int DATE = 0x21;

    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long offset;
    private int count;

    CanonicalZip(OutputStream out) {
        this.out = out;
    }

    /** Appends an entry whose length and CRC-32 are known. */
    void entry(String path, long size, long crc, InputStream data) throws IOException {
        var name = path.getBytes(StandardCharsets.US_ASCII);
        var common = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        common.putShort((short) VERSION).putShort((short) 0).putShort((short) 0);
        common.putShort((short) 0).putShort((short) DATE);
        common.putInt((int) crc).putInt((int) size).putInt((int) size);
        common.putShort((short) name.length).putShort((short) 0);

        var central = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        central.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) offset);
        directory.write(new byte[] {'P', 'K', 1, 2, VERSION, 0});
        directory.writeBytes(common.array());
        directory.write(central.array(), 0, central.position());
        directory.writeBytes(name);

        out.write(new byte[] {'P', 'K', 3, 4});
        out.write(common.array());
        out.write(name);
        var written = data.transferTo(out);
        if (written != size) {
            throw new IOException("entry %s has %d bytes, not %d".formatted(path, written, size));
        }
        offset += 30L + name.length + size;
        count++;
    }

    /** Writes the directory; the last call. */
    void end() throws IOException {
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.put(new byte[] {'P', 'K', 5, 6}).putShort((short) 0).putShort((short) 0);
        end.putShort((short) count).putShort((short) count);
        end.putInt(directory.size()).putInt((int) offset).putShort((short) 0);
        directory.writeTo(out);
        out.write(end.array());
        out.flush();
    }
}
