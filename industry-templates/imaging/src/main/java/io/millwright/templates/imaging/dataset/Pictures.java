package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.imaging.pictures.InputSize;
import io.millwright.templates.learning.images.ImageDecoder;
import io.millwright.templates.learning.images.Pixels;
import io.millwright.templates.learning.images.Resizer;
import io.millwright.templates.learning.images.UnreadableImageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The images of a set at one size.
 *
 * @param values bytes by row; empty arrays where an image cannot be read
 * @param unreadable why, by row
 */
public record Pictures(InputSize size, byte[][] values, Map<Integer, String> unreadable) {

    private static final int TOLD = 50;

    public static Pictures read(Listing listing, InputSize size, Progress progress, double from, double to)
            throws InterruptedException {
        ImageDecoder decoder = ImageDecoder.forSide(Math.max(size.width(), size.height()));
        byte[][] values = new byte[listing.size()][];
        Map<Integer, String> unreadable = new TreeMap<>();
        for (int row = 0; row < values.length; row++) {
            if (row % TOLD == 0) {
                progress.update(from + (to - from) * row / values.length, "Reading the images");
            }
            try {
                Pixels image = decoder.decode(listing.images().read(row));
                Pixels coloured = size.channels() == 1 ? image.grey() : image.colour();
                values[row] =
                        Resizer.resize(coloured, size.width(), size.height()).values();
            } catch (UnreadableImageException damaged) {
                values[row] = new byte[0];
                unreadable.put(row, damaged.getMessage());
            } catch (IOException unreachable) {
                throw new UncheckedIOException(unreachable);
            }
        }
        return new Pictures(size, values, unreadable);
    }

    public boolean readable(int row) {
        return values[row].length > 0;
    }

    /** Some of them. */
    public byte[][] of(int[] rows) {
        byte[][] some = new byte[rows.length][];
        for (int at = 0; at < rows.length; at++) {
            some[at] = values[rows[at]];
        }
        return some;
    }

    public Pixels pixels(int row) {
        return new Pixels(size.width(), size.height(), size.channels(), values[row]);
    }
}
