package io.millwright.plugins.host;

import io.millwright.plugins.api.Right;
import io.millwright.tenancy.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a tenant has installed from the marketplace: at most one installation of each template. Changes are for the tenant's
 * administrators and audited in the same transaction.
 */
public interface Installations {

    /**
     * Installs a version of a template.
     *
     * @param consent exactly the rights that this version asks for
     * @throws io.millwright.tenancy.MillwrightException with code {@code consent-missing} or {@code consent-unknown} naming
     *     the rights; {@code already-installed}; {@code engine-missing}; of kind MISSING when there is no such version
     */
    Installation install(Caller admin, String template, String version, Set<Right> consent);

    /** Turns an installation to another version of the same template, newer or older, with consent to its rights. */
    Installation changeVersion(Caller admin, UUID installation, String version, Set<Right> consent);

    /**
     * Ends an installation. Models and results stay.
     *
     * @throws io.millwright.tenancy.MillwrightException with code {@code installation-in-use} naming the projects
     */
    Installation uninstall(Caller admin, UUID installation);

    /** What is installed now, by template name. */
    List<Installation> list(Caller caller);

    /** Any installation of the tenant, an ended one too. */
    Installation get(Caller caller, UUID installation);

    /** The installation of a template, if it is installed now. */
    Optional<Installation> find(Caller caller, String template);
}
