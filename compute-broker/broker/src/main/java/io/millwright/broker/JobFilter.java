package io.millwright.broker;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a list shows.
 *
 * @param project null for all
 * @param states empty for all
 * @param kinds empty for all
 * @param search part of the project's name or of the template's id, empty for all
 */
public record JobFilter(@Nullable UUID project, Set<JobState> states, Set<JobKind> kinds, String search) {

    public static final JobFilter ALL = new JobFilter(null, Set.of(), Set.of(), "");

    public JobFilter {
        states = Set.copyOf(states);
        kinds = Set.copyOf(kinds);
    }

    public static JobFilter ofProject(UUID project) {
        return new JobFilter(project, Set.of(), Set.of(), "");
    }
}
