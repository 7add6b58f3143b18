package io.millwright.tenancy;

/**
 * A module with tables of its own, migrated by Flyway from {@code classpath:db/<name>} with its own history.
 *
 * @param name the folder under {@code db/}
 * @param order lower first; a module comes after those it refers to
 */
public record SchemaModule(String name, int order) {}
