package io.millwright.broker;

/**
 * A native engine that a job's template needs, served by the broker as the pack {@code <name>-<version>.zip}.
 *
 * @param name lower-case letters, digits and hyphens
 * @param version exactly this one
 */
public record EngineRef(String name, String version) {

    public EngineRef {
        if (!name.matches("[a-z][a-z0-9-]{0,63}") || !version.matches("[0-9A-Za-z][0-9A-Za-z.+-]{0,63}")) {
            throw new IllegalArgumentException("not an engine: " + name + " " + version);
        }
    }
}
