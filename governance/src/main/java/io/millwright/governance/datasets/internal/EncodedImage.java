package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.Datasets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * An image as it came, not trusted: its header is asked for its dimensions first, and then all of it is decoded while only some
 * of its pixels are kept.
 *
 * @param format what its first bytes say
 */
record EncodedImage(byte[] encoded, ImageFormat format) {

    /**
     * What an image is.
     *
     * @param channels 1 grey, 2 grey with transparency, 3 colour, 4 with transparency
     */
    record Facts(int width, int height, int channels) {}

    /** Told by its header: more pixels than are decoded. */
    static final class TooManyPixels extends Exception {

        private static final long serialVersionUID = 1;

        private final int width;
        private final int height;

        TooManyPixels(int width, int height) {
            super(width + " × " + height);
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    /** Side of what is kept when the whole image is decoded to see whether it can be. */
    private static final int KEPT = 64;

    static EncodedImage of(byte[] encoded) throws UnreadableImage {
        var format = ImageFormat.of(encoded);
        if (format == null) {
            throw new UnreadableImage(encoded.length == 0 ? "it is empty" : "it is no PNG, JPEG, GIF or BMP file");
        }
        return new EncodedImage(format == ImageFormat.PNG ? PngChunks.needed(encoded) : encoded, format);
    }

    /** Decodes it from beginning to end. */
    Facts facts() throws UnreadableImage, TooManyPixels {
        var dimensions = new int[2];
        var image = decode(KEPT, dimensions);
        return new Facts(dimensions[0], dimensions[1], image.getColorModel().getNumComponents());
    }

    /** Decodes it, keeping every so many rows and columns that the longer side has at least that many pixels, if it had. */
    BufferedImage decode(int side) throws UnreadableImage, TooManyPixels {
        return decode(side, new int[2]);
    }

    private BufferedImage decode(int side, int[] dimensions) throws UnreadableImage, TooManyPixels {
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        var cut = new AtomicBoolean();
        try (var input = new BytesInput(encoded)) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.contains("Premature end")) {
                    cut.set(true);
                }
            });
            dimensions[0] = reader.getWidth(0);
            dimensions[1] = reader.getHeight(0);
            if ((long) dimensions[0] * dimensions[1] > Datasets.MAX_PIXELS
                    || Math.max(dimensions[0], dimensions[1]) > Datasets.MAX_SIDE) {
                throw new TooManyPixels(dimensions[0], dimensions[1]);
            }
            var image = read(reader, Math.max(1, Math.max(dimensions[0], dimensions[1]) / side));
            if (cut.get()) {
                throw new UnreadableImage("it is cut off");
            }
            return image;
        } catch (IOException | RuntimeException damaged) {
            // The JDK's decoders answer bad bytes with whatever exception they run into.
            throw new UnreadableImage("it is damaged or of an unusual kind");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, int every) throws IOException {
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }
}
