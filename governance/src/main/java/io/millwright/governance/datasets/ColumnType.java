package io.millwright.governance.datasets;

/** The types that a column can have. The names are those of the template SPI, which governance does not see. */
public enum ColumnType {
    /** 64-bit signed integer. */
    INTEGER,
    /** 64-bit floating point (IEEE 754), finite. */
    DECIMAL,
    BOOLEAN,
    /** Unicode text. */
    TEXT,
    /** A day without time, years 1 to 9999. */
    DATE,
    /** A moment to the microsecond; local times are read as UTC. */
    TIMESTAMP
}
