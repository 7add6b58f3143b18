package io.millwright.templates.learning.images;

/**
 * An image in memory.
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param values 0 to 255 as unsigned bytes; channel by channel, each row by row
 */
public record Pixels(int width, int height, int channels, byte[] values) {

    public Pixels {
        if (width < 1 || height < 1 || values.length != width * height * channels) {
            throw new IllegalArgumentException(
                    "%d values for %d × %d × %d".formatted(values.length, width, height, channels));
        }
    }

    public int value(int channel, int y, int x) {
        return values[(channel * height + y) * width + x] & 0xFF;
    }

    /** The same image in one channel: brightness as the eye weighs the colours (ITU-R BT.601). */
    public Pixels grey() {
        if (channels == 1) {
            return this;
        }
        int plane = width * height;
        byte[] grey = new byte[plane];
        for (int at = 0; at < plane; at++) {
            grey[at] = (byte) Math.round(0.299f * (values[at] & 0xFF)
                    + 0.587f * (values[plane + at] & 0xFF)
                    + 0.114f * (values[2 * plane + at] & 0xFF));
        }
        return new Pixels(width, height, 1, grey);
    }

    /** The same image in three channels. */
    public Pixels colour() {
        if (channels == 3) {
            return this;
        }
        byte[] colour = new byte[3 * values.length];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(values, 0, colour, channel * values.length, values.length);
        }
        return new Pixels(width, height, 3, colour);
    }
}
