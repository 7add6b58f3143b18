package io.millwright.plugins.host;

import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.TemplateDescriptor;
import java.util.List;

/**
 * One version of a template as the marketplace offers it.
 *
 * @param descriptor what the template says about itself
 * @param hasSample whether it brings a sample that it generates itself
 * @param inspects whether it looks at data before it trains and says what it understood
 * @param digest SHA-256 of the signed archive, 64 lower-case hexadecimal digits
 * @param size length of the archive in bytes
 * @param key identity of the key that signed it
 * @param missingEngines engines it needs that this installation does not provide; it cannot be installed while there are any
 */
public record TemplateVersion(
        TemplateDescriptor descriptor,
        boolean hasSample,
        boolean inspects,
        String digest,
        long size,
        String key,
        List<EngineRequirement> missingEngines) {

    public TemplateVersion {
        missingEngines = List.copyOf(missingEngines);
    }

    public String id() {
        return descriptor.id();
    }

    public String version() {
        return descriptor.version();
    }
}
