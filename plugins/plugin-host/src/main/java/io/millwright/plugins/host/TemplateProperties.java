package io.millwright.plugins.host;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where templates come from. Without a folder the marketplace is empty.
 *
 * @param folder signed archives, {@code *.zip}
 * @param trustedKeys public keys whose signatures count, {@code *.pub}
 */
@ConfigurationProperties("millwright.templates")
public record TemplateProperties(
        @Nullable Path folder, @Nullable Path trustedKeys) {}
