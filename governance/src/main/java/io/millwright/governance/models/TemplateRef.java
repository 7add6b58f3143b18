package io.millwright.governance.models;

/**
 * The template that made a model version.
 *
 * @param id e.g. {@code fraud-detection}
 * @param version e.g. {@code 1.2.0}
 * @param digest SHA-256 of its signed zip, hexadecimal
 */
public record TemplateRef(String id, String version, String digest) {}
