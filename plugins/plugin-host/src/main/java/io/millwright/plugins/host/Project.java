package io.millwright.plugins.host;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One use of one installed template.
 *
 * @param id identity
 * @param name unique among the tenant's projects that are not archived
 * @param installation what it uses
 * @param template id of the template
 * @param options what was set over the template's defaults
 * @param state where it stands
 * @param createdBy user name
 * @param createdAt when it began
 */
public record Project(
        UUID id,
        String name,
        UUID installation,
        String template,
        Map<String, String> options,
        State state,
        String createdBy,
        Instant createdAt) {

    /** Longest name, in characters. */
    public static final int MAX_NAME = 80;

    public Project {
        options = Map.copyOf(options);
    }

    /**
     * States of a project.
     *
     * <pre>
     * ACTIVE → ARCHIVED
     * </pre>
     */
    public enum State {
        ACTIVE,
        ARCHIVED
    }
}
