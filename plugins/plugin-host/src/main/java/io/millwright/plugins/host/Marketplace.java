package io.millwright.plugins.host;

import io.millwright.tenancy.Caller;
import java.util.List;

/**
 * The templates that this installation offers to its tenants. Read once, at start, from the folder of signed archives;
 * the same for every tenant; safe to use from any thread.
 */
public interface Marketplace {

    /** The newest version of every template, by name. */
    List<TemplateVersion> newest();

    /**
     * The newest version of a template.
     *
     * @throws io.millwright.tenancy.MillwrightException of kind MISSING when there is none of that id
     */
    TemplateVersion newest(String template);

    /**
     * All versions of a template, newest first.
     *
     * @throws io.millwright.tenancy.MillwrightException of kind MISSING when there is none of that id
     */
    List<TemplateVersion> versions(String template);

    /** @throws io.millwright.tenancy.MillwrightException of kind MISSING when there is no such version */
    TemplateVersion version(String template, String version);

    /** The engine packs that templates can name, by name and version. */
    List<EnginePack> engines();

    /** Archives that were found and not loaded, with the reason. For operators. */
    List<RefusedArchive> refused(Caller operator);
}
