package io.millwright.plugins.host;

/**
 * An archive that lies in the templates' or engines' folder and was not loaded.
 *
 * @param file its file name
 * @param reason why, in one sentence
 */
public record RefusedArchive(String file, String reason) {}
