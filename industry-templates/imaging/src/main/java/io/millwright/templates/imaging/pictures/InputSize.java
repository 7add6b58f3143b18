package io.millwright.templates.imaging.pictures;

/** The size that every image is brought to. */
public record InputSize(int width, int height, int channels) {

    public int values() {
        return width * height * channels;
    }
}
