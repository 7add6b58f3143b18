package io.millwright.plugins.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a trial ended.
 *
 * @param trial what was tried
 * @param status whether there is an objective
 * @param objective what the search makes small; NaN unless {@link Status#DONE}
 * @param figures further figures, for the comparison
 * @param seconds how long it ran, without waiting
 * @param reason one sentence; empty unless {@link Status#LOST}
 */
public record TrialResult(
        Trial trial, Status status, double objective, Map<String, Double> figures, double seconds, String reason) {

    public TrialResult {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** How it ended. */
    public enum Status {
        DONE,
        /** Failed or vanished with its node; the training goes on without it. */
        LOST
    }
}
