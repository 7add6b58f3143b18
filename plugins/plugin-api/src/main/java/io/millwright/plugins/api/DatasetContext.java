package io.millwright.plugins.api;

/** What calls that read a dataset are given. */
public interface DatasetContext extends TemplateContext {

    /** The rows; of a set of images, the table that describes them ({@link DataKind#IMAGES}). */
    TableInput dataset();

    /**
     * The images of the dataset, in the order of the rows of {@link #dataset()}.
     *
     * @throws IllegalStateException when the dataset is a table; a template of {@link DataKind#IMAGES} is never given one
     */
    default ImageInput images() {
        throw new IllegalStateException("the dataset is a table, not a set of images");
    }
}
