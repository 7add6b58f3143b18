package io.millwright.templates.learning.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes foreign bytes with the JDK's own readers, under limits that hold before a pixel is touched.
 *
 * @param maximumPixels images with more are refused
 * @param wantedSide images at least twice as large on both sides are read in steps, so that memory stays small
 */
public record ImageDecoder(long maximumPixels, int wantedSide) {

    /** 100 million pixels: beyond what cameras and scanners give. */
    public static final long MOST_PIXELS = 100_000_000L;

    private static final int BACKGROUND = 255;

    /** For images that will be shrunk to about this side. */
    public static ImageDecoder forSide(int side) {
        return new ImageDecoder(MOST_PIXELS, side);
    }

    /** @throws UnreadableImageException when the bytes are damaged, too large, or of a kind the JDK does not read */
    public Pixels decode(byte[] encoded) throws UnreadableImageException {
        if (encoded.length == 0) {
            throw new UnreadableImageException("the file is empty");
        }
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnreadableImageException("it is neither PNG, JPEG, GIF nor BMP");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return pixels(read(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError damaged) {
            throw new UnreadableImageException("its content is damaged");
        }
    }

    private BufferedImage read(ImageReader reader) throws IOException, UnreadableImageException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > maximumPixels) {
            throw new UnreadableImageException("it has %,d × %,d pixels, more than the limit of %,d million"
                    .formatted(width, height, maximumPixels / 1_000_000));
        }
        int step = (int) Math.max(1, Math.min(width, height) / (2L * wantedSide));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static Pixels pixels(BufferedImage image) {
        int type = image.getRaster().getTransferType();
        boolean plainGrey = image.getRaster().getNumBands() == 1 && image.getType() != BufferedImage.TYPE_BYTE_INDEXED;
        if (plainGrey && type == DataBuffer.TYPE_USHORT) {
            return deepGrey(image.getRaster());
        }
        return plainGrey && image.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? shallowGrey(image.getRaster())
                : colour(image);
    }

    /** As stored: the JDK would convert between grey curves. */
    private static Pixels shallowGrey(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] values = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = (byte) row[x];
            }
        }
        return new Pixels(width, height, 1, values);
    }

    /** Sixteen bits; scanners often use the lower twelve only, so the largest value decides on the scale. */
    private static Pixels deepGrey(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int[] samples = raster.getSamples(0, 0, width, height, 0, (int[]) null);
        int most = 255;
        for (int sample : samples) {
            most = Math.max(most, sample);
        }
        int shift = Math.max(0, 32 - Integer.numberOfLeadingZeros(most) - 8);
        byte[] values = new byte[samples.length];
        for (int at = 0; at < samples.length; at++) {
            values[at] = (byte) (samples[at] >> shift);
        }
        return new Pixels(width, height, 1, values);
    }

    /** Transparent parts show white; what turns out grey is kept in one channel. */
    private static Pixels colour(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int plane = width * height;
        byte[] values = new byte[3 * plane];
        int[] row = new int[width];
        boolean grey = true;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int alpha = row[x] >>> 24;
                int red = over(row[x] >> 16 & 0xFF, alpha);
                int green = over(row[x] >> 8 & 0xFF, alpha);
                int blue = over(row[x] & 0xFF, alpha);
                int at = y * width + x;
                values[at] = (byte) red;
                values[plane + at] = (byte) green;
                values[2 * plane + at] = (byte) blue;
                grey &= red == green && green == blue;
            }
        }
        if (grey) {
            return new Pixels(width, height, 1, java.util.Arrays.copyOf(values, plane));
        }
        return new Pixels(width, height, 3, values);
    }

    private static int over(int value, int alpha) {
        return alpha == 255 ? value : (value * alpha + BACKGROUND * (255 - alpha)) / 255;
    }
}
