package io.millwright.portal;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the portal is told about the installation it belongs to.
 *
 * @param home folder with the installation's state
 * @param publicUrl address under which people reach the portal, without a slash at the end
 * @param demo whether the demo world is seeded; refused unless the portal listens on loopback
 */
@ConfigurationProperties("millwright")
public record PortalProperties(
        @DefaultValue(".millwright") Path home,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("false") boolean demo) {}
