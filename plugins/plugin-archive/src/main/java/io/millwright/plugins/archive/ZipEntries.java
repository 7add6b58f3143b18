package io.millwright.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads entries of a zip that is not yet believed: never more bytes than a limit, whatever the zip says about itself. */
final class ZipEntries {

    private ZipEntries() {}

    /** All bytes of an entry, at most {@code limit}. */
    static byte[] read(ZipFile zip, ZipEntry entry, int limit) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new OversizeException(entry.getName());
            }
            return bytes;
        }
    }

    /** SHA-256, CRC-32 and length of an entry, reading at most {@code limit} bytes. */
    static Sum sum(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        var sha256 = sha256();
        var crc = new CRC32();
        var buffer = new byte[1 << 16];
        var size = 0L;
        try (var in = zip.getInputStream(entry)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new OversizeException(entry.getName());
                }
                sha256.update(buffer, 0, read);
                crc.update(buffer, 0, read);
            }
        }
        return new Sum(HexFormat.of().formatHex(sha256.digest()), crc.getValue(), size);
    }

    /** SHA-256 of a stream, as hexadecimal digits. */
    static String sha256(InputStream in) throws IOException {
        var sha256 = sha256();
        var buffer = new byte[1 << 16];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha256.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** What was found in an entry. */
    record Sum(String sha256, long crc, long size) {}

    /** An entry holds more than it may: a zip bomb, or damage. */
    static final class OversizeException extends IOException {
        private static final long serialVersionUID = 1L;

        OversizeException(String path) {
            super(path);
        }
    }
}
