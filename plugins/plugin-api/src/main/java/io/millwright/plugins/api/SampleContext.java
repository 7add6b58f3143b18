package io.millwright.plugins.api;

import java.util.List;

/** What {@link Template#generateSample} is given. */
public interface SampleContext extends TemplateContext {

    /** Opens the sample to write; exactly once, unless the sample is made of images. */
    TableOutput sample(List<Column> columns);

    /**
     * Adds an image to a sample of {@link DataKind#IMAGES}, in place of {@link #sample}.
     *
     * @param path as in an archive that a person would upload, e.g. {@code train/scratch/0001.png}
     * @param encoded the bytes of a PNG or JPEG file
     */
    void image(String path, byte[] encoded);
}
