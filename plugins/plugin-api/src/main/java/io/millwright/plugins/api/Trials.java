package io.millwright.plugins.api;

import java.util.List;

/**
 * Runs trials beside the training that proposes them: each is an attempt of its own on the cluster, of the same template,
 * dataset, options and seed, and calls {@link Template#trial}. Given by the platform; one thread at a time.
 */
public interface Trials {

    /** How many run at the same time within what the training was given, at least 1. */
    int parallel();

    /**
     * Runs trials and waits for all of them. A trial that fails or is lost with its node costs only itself and comes back
     * as {@link TrialResult.Status#LOST}. After a training was resumed, trials that had ended before are not run again.
     *
     * @return one result per trial, in the order given
     */
    List<TrialResult> run(List<Trial> trials) throws InterruptedException;
}
