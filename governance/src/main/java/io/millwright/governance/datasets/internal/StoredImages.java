package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.StoredImage;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Finds single images in an archive that {@link ImageArchiveWriter} wrote, without reading its directory: entries are named by
 * number, so the place of each one's header follows from its number. One thread.
 */
public final class StoredImages {

    private static final int END_SIZE = 22;
    private static final int HEADER_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int HEADER = 0x02014b50;
    private static final int LOCATOR_64 = 0x07064b50;

    private final SeekableByteChannel archive;

    public StoredImages(SeekableByteChannel archive) {
        this.archive = archive;
    }

    /** An image as it was given. */
    public StoredImage image(long row) throws IOException {
        var encoded = encoded(row);
        var format = ImageFormat.of(encoded);
        if (format == null) {
            throw new IOException("the archive of images holds something else at " + row);
        }
        return new StoredImage(format.mediaType(), encoded);
    }

    /** An image whose longer side is made as small as a number of pixels; smaller ones keep their size. */
    public StoredImage thumbnail(long row, int side) throws IOException {
        try {
            var image = EncodedImage.of(encoded(row)).decode(side);
            var out = new ByteArrayOutputStream();
            // In memory: what is encrypted at rest must not pass through a temporary file.
            try (var png = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(scaled(image, side), "png", png);
            }
            return new StoredImage(ImageFormat.PNG.mediaType(), out.toByteArray());
        } catch (UnreadableImage | EncodedImage.TooManyPixels changed) {
            throw new IOException("an image that could be read when it came cannot be read any more", changed);
        }
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        var factor = Math.min(1.0, side / (double) Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        var scaled = new BufferedImage(
                width,
                height,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    private byte[] encoded(long row) throws IOException {
        var name = Long.toString(row);
        var header = read(directory() + before(row), HEADER_SIZE + name.length());
        if (header.getInt(0) != HEADER
                || !name.equals(new String(header.array(), HEADER_SIZE, name.length(), StandardCharsets.US_ASCII))) {
            throw new IOException("the archive of images has no entry " + row);
        }
        var size = header.getInt(24);
        var local = Integer.toUnsignedLong(header.getInt(42));
        var start = read(local, LOCAL_SIZE);
        var skipped = Short.toUnsignedInt(start.getShort(26)) + Short.toUnsignedInt(start.getShort(28));
        return read(local + LOCAL_SIZE + skipped, size).array();
    }

    /** Bytes of the directory before an entry: a header and a name of some digits for each before it. */
    private static long before(long row) {
        var bytes = row * HEADER_SIZE;
        var digits = 1;
        for (long from = 0, to = 10; from < row; from = to, to *= 10) {
            bytes += (Math.min(row, to) - from) * digits;
            digits++;
        }
        return bytes;
    }

    private long directory() throws IOException {
        var size = archive.size();
        var end = read(size - END_SIZE, END_SIZE);
        var start = Integer.toUnsignedLong(end.getInt(16));
        if (size >= END_SIZE + 20 && read(size - END_SIZE - 20, 4).getInt(0) == LOCATOR_64) {
            var place = read(size - END_SIZE - 20, 20).getLong(8);
            start = read(place, 56).getLong(48);
        }
        return start;
    }

    private ByteBuffer read(long from, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        archive.position(from);
        while (buffer.hasRemaining()) {
            if (archive.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer;
    }
}
