package io.millwright.plugins.api;

/** What sort of dataset a template learns from. */
public enum DataKind {
    /** Rows and typed columns; series are tables too, long or wide. */
    TABLE,
    /**
     * Pictures, described by a table of one row per picture: {@code image} (its path in the set, unique), {@code part}
     * (the folder that splits the set, such as {@code train}; missing without one), {@code label} (the folder that names
     * the class; missing without one), {@code width}, {@code height} and {@code channels} (1 grey, 3 colour, 4 with
     * transparency), then the columns of a label file, if there is one.
     */
    IMAGES,
    /** Numbers that a training may start from, as safetensors. */
    WEIGHTS
}
