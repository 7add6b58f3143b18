package io.millwright.plugins.api;

import java.io.IOException;

/**
 * The images of a dataset, encoded as they were uploaded: PNG, JPEG, GIF or BMP. Their headers were checked when they came
 * in and their dimensions are bounded; the pixels are foreign data all the same. Safe to use from any thread.
 */
public interface ImageInput {

    /** Number of images, the same as the rows of the dataset's table. */
    long count();

    /**
     * The encoded bytes of an image.
     *
     * @param row position, from 0, in the order of the dataset's table
     * @throws IOException when the set cannot be read; the platform reports it as its own failure
     */
    byte[] read(long row) throws IOException;
}
