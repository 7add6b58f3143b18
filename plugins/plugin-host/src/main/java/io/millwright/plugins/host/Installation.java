package io.millwright.plugins.host;

import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.TemplateDescriptor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A template in use by a tenant.
 *
 * @param id identity
 * @param descriptor the installed version's description
 * @param digest SHA-256 of the installed version's archive
 * @param hasSample whether the installed version brings a sample
 * @param inspects whether the installed version looks at data before it trains
 * @param state where it stands
 * @param consent the rights agreed to
 * @param installedBy user name of who agreed
 * @param installedAt when
 * @param projects how many projects use it
 */
public record Installation(
        UUID id,
        TemplateDescriptor descriptor,
        String digest,
        boolean hasSample,
        boolean inspects,
        State state,
        Set<Right> consent,
        String installedBy,
        Instant installedAt,
        int projects) {

    public Installation {
        consent = Set.copyOf(consent);
    }

    public String template() {
        return descriptor.id();
    }

    public String version() {
        return descriptor.version();
    }

    /**
     * States of an installation.
     *
     * <pre>
     * INSTALLED → UNINSTALLED
     * </pre>
     *
     * Installing again makes a new installation, so that the old one's consent and its end stay on record.
     */
    public enum State {
        INSTALLED,
        UNINSTALLED
    }
}
