package io.millwright.plugins.host;

import io.millwright.tenancy.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant's projects: each is one use of one installed template. For engineers; changes are audited. */
public interface Projects {

    /**
     * Begins a project.
     *
     * @param options what to set over the template's defaults, by option name; {@code column.<role>} names a column
     * @throws io.millwright.tenancy.MillwrightException with code {@code option-invalid} naming each option and why,
     *     {@code project-name-taken}, or {@code not-installed}
     */
    Project create(Caller engineer, String name, UUID installation, Map<String, String> options);

    /** Projects that are not archived, newest first. */
    List<Project> list(Caller caller);

    /** Archived projects, newest first. */
    List<Project> archived(Caller caller);

    Project get(Caller caller, UUID project);

    Project rename(Caller engineer, UUID project, String name);

    /** Replaces the project's options; jobs that run already keep theirs. */
    Project changeOptions(Caller engineer, UUID project, Map<String, String> options);

    /** Puts a project away: it no longer keeps its template installed and takes no jobs. Its models and jobs stay. */
    Project archive(Caller engineer, UUID project);
}
