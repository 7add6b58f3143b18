package io.millwright.tenancy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where objects are kept.
 *
 * @param location {@code file:<folder>}
 * @param masterKeyFile a file with 32 random bytes that wraps every tenant's data key
 */
@ConfigurationProperties("millwright.objects")
public record ObjectStoreProperties(String location, Path masterKeyFile) {}
