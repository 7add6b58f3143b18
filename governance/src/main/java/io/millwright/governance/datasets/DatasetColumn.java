package io.millwright.governance.datasets;

/**
 * A column of a dataset version.
 *
 * @param name as in the data, unique in the version, upper and lower case alike
 * @param type the type of every value that is not missing
 */
public record DatasetColumn(String name, ColumnType type) {}
