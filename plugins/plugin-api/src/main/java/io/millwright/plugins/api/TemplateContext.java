package io.millwright.plugins.api;

import java.nio.file.Path;

/**
 * What every call of a template is given. Safe to use from the template's own threads.
 */
public interface TemplateContext {

    OptionValues options();

    /** Same inputs, options and seed must give the same result. */
    long seed();

    Resources resources();

    /** An empty folder for temporary files, gone after the attempt. */
    Path scratch();

    /** Tells people how far the work is and gives the platform the chance to interrupt it. */
    Progress progress();
}
