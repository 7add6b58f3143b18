package io.millwright.broker;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One choice of parameters that a training tried, at one moment.
 *
 * @param number within the job, from 1
 * @param parameters names and values as the template spells them
 * @param budget share of the full effort, above 0 and at most 1
 * @param state where it stands
 * @param objective what the search makes small; null unless DONE
 * @param figures further figures by name
 * @param seconds how long it ran, or has run so far, without waiting
 * @param reason why it was lost, in words; empty otherwise
 * @param node where it runs or ran last, empty while unknown
 * @param askedAt when the training asked for it
 * @param endedAt when it was DONE or LOST
 */
public record JobTrial(
        int number,
        Map<String, String> parameters,
        double budget,
        State state,
        @Nullable Double objective,
        Map<String, Double> figures,
        double seconds,
        String reason,
        String node,
        Instant askedAt,
        @Nullable Instant endedAt) {

    public JobTrial {
        parameters = Map.copyOf(parameters);
        figures = Map.copyOf(figures);
    }

    /** Where a trial stands. */
    public enum State {
        /** For a core of its training, for memory, or for its training to ask again. */
        WAITING,
        RUNNING,
        DONE,
        /** It failed, or vanished with its node twice; the training goes on without it. */
        LOST
    }
}
