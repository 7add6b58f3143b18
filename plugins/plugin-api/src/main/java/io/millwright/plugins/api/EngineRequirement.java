package io.millwright.plugins.api;

/**
 * A native engine that the platform provides as a pack, so that it need not be in every template's archive.
 *
 * @param name the pack, e.g. {@code xgboost}
 * @param version exactly this version, e.g. {@code 3.4.0}
 */
public record EngineRequirement(String name, String version) {}
