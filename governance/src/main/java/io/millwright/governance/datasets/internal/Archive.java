package io.millwright.governance.datasets.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip archive that a stranger packed. Its names are checked before anything is read, nothing is ever unpacked to a place that
 * a name says, and what its files expand to is counted. One thread; close after use.
 */
final class Archive implements AutoCloseable {

    /** Files that an archive may hold. */
    static final int MAX_FILES = 120_000;

    /** Longest name of a file, in characters. */
    static final int MAX_NAME = 400;

    private static final Set<String> ARCHIVES = Set.of(
            "zip", "7z", "rar", "tar", "tgz", "tbz2", "txz", "bz2", "xz", "zst", "jar", "war", "iso", "cab", "lha");

    private static final Set<String> LEFT_BEHIND = Set.of("thumbs.db", "desktop.ini");

    private final ZipFile zip;
    private final long compressed;
    private final long maxBytes;
    private final List<Item> items;
    private long expanded;

    /**
     * A file in the archive.
     *
     * @param name its path, with slashes
     */
    record Item(String name, ZipEntry entry) {

        /** What follows the last point of the name, in lower case; empty without one. */
        String extension() {
            var point = name.lastIndexOf('.');
            return point < name.lastIndexOf('/') + 1
                    ? ""
                    : name.substring(point + 1).toLowerCase(Locale.ROOT);
        }

        /** The folder it lies in, with a slash at its end; empty at the top. */
        String folder() {
            return name.substring(0, name.lastIndexOf('/') + 1);
        }
    }

    private Archive(ZipFile zip, long compressed, long maxBytes) {
        this.zip = zip;
        this.compressed = compressed;
        this.maxBytes = maxBytes;
        this.items = items(zip);
    }

    /**
     * Opens an archive.
     *
     * @param maxBytes what its files may expand to
     * @throws io.millwright.tenancy.MillwrightException with a sentence when it is not one that we read
     */
    static Archive open(Path file, long maxBytes) throws IOException {
        var names = ArchiveDirectory.check(file).names();
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), names);
        } catch (ZipException damaged) {
            throw ArchiveRefusals.damaged("its list of files contradicts itself");
        }
        try {
            return new Archive(zip, Files.size(file), maxBytes);
        } catch (IOException | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    /** All files, without folders and what systems leave behind, in the order of their names. */
    List<Item> items() {
        return items;
    }

    private static List<Item> items(ZipFile zip) {
        var items = new ArrayList<Item>();
        var names = new HashSet<String>();
        for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            var name = entry.getName();
            check(name);
            if (entry.isDirectory() || isLeftBehind(name)) {
                continue;
            }
            var item = new Item(name, entry);
            if (ARCHIVES.contains(item.extension())) {
                throw ArchiveRefusals.nested(shown(name));
            }
            if (!names.add(name)) {
                throw ArchiveRefusals.twice(shown(name));
            }
            items.add(item);
        }
        if (items.isEmpty()) {
            throw ArchiveRefusals.empty();
        }
        items.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(items);
    }

    private static void check(String name) {
        var shown = shown(name);
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw ArchiveRefusals.path(shown, "is empty or has control characters");
        }
        if (name.length() > MAX_NAME) {
            throw ArchiveRefusals.path(shown, "is longer than " + MAX_NAME + " characters");
        }
        if (name.indexOf('\\') >= 0) {
            throw ArchiveRefusals.path(shown, "has a backslash");
        }
        if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            throw ArchiveRefusals.path(shown, "is absolute");
        }
        for (var part : name.split("/")) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                throw ArchiveRefusals.path(shown, "leads elsewhere");
            }
        }
    }

    /** What macOS and Windows put into archives unasked, and hidden files. */
    private static boolean isLeftBehind(String name) {
        for (var part : name.split("/")) {
            if (part.startsWith(".")
                    || part.equals("__MACOSX")
                    || LEFT_BEHIND.contains(part.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Opens a file of it; bytes are counted, and reading ends with a refusal where there are too many. */
    InputStream open(Item item) {
        try {
            var in = zip.getInputStream(item.entry());
            if (in == null) {
                throw ArchiveRefusals.damaged("\"" + shown(item.name()) + "\" is not where it should be");
            }
            return new Counted(in, item.name());
        } catch (IOException damaged) {
            throw ArchiveRefusals.damaged("\"" + shown(item.name()) + "\" is not where it should be");
        }
    }

    /** A name for a sentence. */
    static String shown(String name) {
        var clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 80 ? clean : clean.substring(0, 40) + "…" + clean.substring(clean.length() - 39);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {

        private final String name;

        Counted(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int n;
            try {
                n = super.read(buffer, offset, length);
            } catch (IOException damaged) {
                throw ArchiveRefusals.damaged("\"" + shown(name) + "\" cannot be unpacked");
            }
            expanded += Math.max(n, 0);
            if (expanded > maxBytes) {
                throw Refusals.tooLarge(maxBytes);
            }
            if (expanded > Limits.RATIO_FREE && expanded / Math.max(compressed, 1) > Limits.MAX_RATIO) {
                throw ArchiveRefusals.bomb(expanded);
            }
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            throw new UnsupportedOperationException("read instead");
        }
    }
}
