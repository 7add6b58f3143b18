package io.millwright.plugins.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One choice of parameters to try.
 *
 * @param number identity within the training, from 1, growing; also the source of the trial's own randomness
 * @param parameters names and values as the template spells them; reach {@link TrialContext#trial()} unchanged
 * @param budget share of the full effort to spend, above 0 and at most 1 (Li et al. 2018, "Hyperband", call it resource)
 */
public record Trial(int number, Map<String, String> parameters, double budget) {

    public Trial {
        if (number < 1 || !(budget > 0 && budget <= 1)) {
            throw new IllegalArgumentException("a trial has a number from 1 and a budget in (0, 1]");
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
