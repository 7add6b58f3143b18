package io.millwright.plugins.api;

/**
 * A column of a table.
 *
 * @param name as in the data, unique in the table
 * @param type the type of every value that is not missing
 */
public record Column(String name, ColumnType type) {}
