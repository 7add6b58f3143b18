package io.millwright.plugins.api;

/** The types that a column of a table can have once the platform has read it. */
public enum ColumnType {
    /** 64-bit signed integer. */
    INTEGER,
    /** 64-bit floating point (IEEE 754). */
    DECIMAL,
    BOOLEAN,
    /** Unicode text. */
    TEXT,
    /** A day without time, ISO 8601. */
    DATE,
    /** A moment, microseconds since 1970-01-01T00:00:00Z; local times are read as UTC. */
    TIMESTAMP
}
