package io.millwright.broker.runner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A sample of images on its way into an archive, as a person would upload it. Safe to use from any thread. */
final class ImageSample {

    /** As the catalogue has it. */
    private static final int MAX_IMAGES = 100_000;

    private static final int MAX_IMAGE_BYTES = 32 << 20;
    private static final long MAX_BYTES = 2L << 30;
    private static final int MAX_PATH = 300;
    private static final Pattern PATH = Pattern.compile("[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*");

    private final ZipOutputStream zip;
    private final Set<String> paths = new HashSet<>();
    private long bytes;
    private boolean closed;

    ImageSample(Path archive) {
        try {
            zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        zip.setMethod(ZipOutputStream.STORED);
    }

    synchronized void add(String path, byte[] encoded) {
        check(path, encoded);
        var crc = new CRC32();
        crc.update(encoded);
        var entry = new ZipEntry(path);
        entry.setTime(0);
        entry.setSize(encoded.length);
        entry.setCrc(crc.getValue());
        try {
            zip.putNextEntry(entry);
            zip.write(encoded);
            zip.closeEntry();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    synchronized void close() throws IOException {
        closed = true;
        zip.close();
    }

    private void check(String path, byte[] encoded) {
        if (closed) {
            throw new IllegalStateException("the sample has ended");
        }
        if (path.length() > MAX_PATH || !PATH.matcher(path).matches() || path.matches("(.*/)?\\.\\.?(/.*)?")) {
            throw new IllegalArgumentException("an image's path is relative, like train/scratch/0001.png: " + path);
        }
        if (encoded.length == 0 || encoded.length > MAX_IMAGE_BYTES) {
            throw new IllegalArgumentException(
                    "an image has 1 to %,d bytes, not %,d: %s".formatted(MAX_IMAGE_BYTES, encoded.length, path));
        }
        bytes += encoded.length;
        if (paths.size() == MAX_IMAGES || bytes > MAX_BYTES) {
            throw new IllegalStateException(
                    "a sample has at most %,d images of %,d bytes in all".formatted(MAX_IMAGES, MAX_BYTES));
        }
        if (!paths.add(path)) {
            throw new IllegalArgumentException("the sample has an image " + path + " already");
        }
    }
}
