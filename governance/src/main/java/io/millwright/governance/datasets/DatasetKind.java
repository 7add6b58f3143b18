package io.millwright.governance.datasets;

/** What sort of dataset a version is. The names are those of the template SPI, which governance does not see. */
public enum DatasetKind {
    /** Rows and typed columns; series are tables too, long or wide. */
    TABLE,
    /** Images; the table has one row for each, in the order of their paths. */
    IMAGES,
    /** Numbers that a training may start from; the table has one row for each tensor, in the order of the file. */
    WEIGHTS
}
