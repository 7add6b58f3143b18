package io.millwright.plugins.host;

import java.util.List;

/**
 * A native engine that the platform lends to templates.
 *
 * @param name as templates name it, e.g. {@code xgboost}
 * @param version exactly
 * @param title what people call it
 * @param digest SHA-256 of the pack, 64 lower-case hexadecimal digits
 * @param size length of the pack in bytes
 * @param exports prefixes of the packages that a template sees
 * @param memoryBytes what a process needs more because of it, 0 when hardly anything; {@code memory-mib} of its properties
 */
public record EnginePack(
        String name, String version, String title, String digest, long size, List<String> exports, long memoryBytes) {

    public EnginePack {
        exports = List.copyOf(exports);
    }

    /** An engine that needs hardly any memory of its own. */
    public EnginePack(String name, String version, String title, String digest, long size, List<String> exports) {
        this(name, version, title, digest, size, exports, 0);
    }
}
