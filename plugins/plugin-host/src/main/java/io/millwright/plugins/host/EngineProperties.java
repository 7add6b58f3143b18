package io.millwright.plugins.host;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where engine packs come from.
 *
 * @param folder packs named {@code <name>-<version>.zip}; null for none
 */
@ConfigurationProperties("millwright.engines")
public record EngineProperties(@Nullable Path folder) {}
