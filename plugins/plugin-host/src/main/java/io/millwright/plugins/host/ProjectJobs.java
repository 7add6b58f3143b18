package io.millwright.plugins.host;

import io.millwright.tenancy.Caller;
import java.util.UUID;

/**
 * Starts the work of projects: turns a request into a job of the broker, with the template's archive, its engines and the
 * options pinned by digest and value at that moment. Each method returns the job's identity.
 */
public interface ProjectJobs {

    /** Trains a model from a dataset version. */
    UUID train(Caller engineer, TrainingRequest request);

    /** Scores a dataset version with a model version. */
    UUID score(Caller engineer, ScoringRequest request);

    /**
     * Lets the project's template generate its sample; the job's result is a dataset, labelled as simulated.
     *
     * @throws io.millwright.tenancy.MillwrightException with code {@code no-sample} when the template has none
     */
    UUID generateSample(Caller engineer, UUID project);

    /** Starts a finished training once more, with the same inputs, options and seed. */
    UUID trainAgain(Caller engineer, UUID job);
}
