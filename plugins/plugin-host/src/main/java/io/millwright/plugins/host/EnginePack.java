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
 */
public record EnginePack(String name, String version, String title, String digest, long size, List<String> exports) {

    public EnginePack {
        exports = List.copyOf(exports);
    }
}
