package io.millwright.launcher;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Unpacks a tar stream (ustar with the long names of GNU and POSIX): files, folders, symbolic links, permission to execute. */
final class Tar {

    private static final int BLOCK = 512;

    private Tar() {}

    /**
     * Unpacks into an existing folder.
     *
     * @param skip leading path elements to leave out, such as the one folder everything lies in
     * @throws IOException also where an entry would lie outside of the folder
     */
    static void unpack(InputStream stream, Path folder, int skip) throws IOException {
        var in = new DataInputStream(stream);
        var header = new byte[BLOCK];
        String longName = "";
        while (true) {
            in.readFully(header);
            if (header[0] == 0) {
                return;
            }
            char type = (char) header[156];
            long size = octal(header, 124, 12);
            if (type == 'L') {
                longName = text(content(in, size), 0, (int) size);
                continue;
            }
            if (type == 'x') {
                longName = paxPath(content(in, size));
                continue;
            }
            var name = longName.isEmpty() ? name(header) : longName;
            longName = "";
            var target = target(folder, name, skip);
            switch (type) {
                case '5' -> Files.createDirectories(target);
                case '2' -> link(folder, target, text(header, 157, 100));
                case '0', '\0' -> file(in, target, size, octal(header, 100, 8));
                default -> content(in, size);
            }
        }
    }

    private static Path target(Path folder, String name, int skip) throws IOException {
        var path = Path.of(name);
        var rest = path.getNameCount() > skip ? path.subpath(skip, path.getNameCount()) : Path.of("");
        var target = folder.resolve(rest).normalize();
        if (path.isAbsolute() || !target.startsWith(folder)) {
            throw new IOException("the archive names a file outside of its folder: " + name);
        }
        return target;
    }

    private static void link(Path folder, Path target, String destination) throws IOException {
        var parent = target.getParent();
        if (!parent.resolve(destination).normalize().startsWith(folder)) {
            throw new IOException("the archive has a link that leads outside of its folder: " + destination);
        }
        Files.createDirectories(parent);
        Files.createSymbolicLink(target, Path.of(destination));
    }

    private static void file(DataInputStream in, Path target, long size, long mode) throws IOException {
        Files.createDirectories(target.getParent());
        var buffer = new byte[1 << 16];
        try (var out = Files.newOutputStream(target)) {
            for (long left = size; left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new EOFException("the archive ends in the middle of " + target.getFileName());
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
        in.skipNBytes(padding(size));
        if ((mode & 0100) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }

    private static byte[] content(DataInputStream in, long size) throws IOException {
        var bytes = new byte[Math.toIntExact(size)];
        in.readFully(bytes);
        in.skipNBytes(padding(size));
        return bytes;
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    // Records of the form "27 path=some/long/name\n", the number counting the whole record.
    private static String paxPath(byte[] records) {
        for (int at = 0; at < records.length; ) {
            int space = at;
            while (records[space] != ' ') {
                space++;
            }
            int length = Integer.parseInt(text(records, at, space - at));
            var record = text(records, space + 1, length - (space - at) - 2);
            if (record.startsWith("path=")) {
                return record.substring("path=".length());
            }
            at += length;
        }
        return "";
    }

    private static String name(byte[] header) {
        var name = text(header, 0, 100);
        boolean ustar = text(header, 257, 6).startsWith("ustar") && header[262] == 0;
        var prefix = ustar ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long octal(byte[] header, int offset, int length) {
        var digits = text(header, offset, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] bytes, int offset, int length) {
        int end = offset;
        while (end < offset + length && end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    }
}
