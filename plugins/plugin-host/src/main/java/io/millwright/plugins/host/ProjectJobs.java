package io.millwright.plugins.host;

import io.millwright.broker.JobResources;
import io.millwright.plugins.api.Understanding;
import io.millwright.tenancy.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Starts the work of projects: turns a request into a job of the broker, with the template's archive, its engines and the
 * options pinned by digest and value at that moment. Each method returns the job's identity; an idempotency key that was
 * used before gives the job of that time.
 *
 * <p>All throw {@link io.millwright.tenancy.MillwrightException}: of kind MISSING when the project, dataset or model is not
 * the tenant's; {@code project-archived}; {@code option-invalid} naming each option; {@code right-missing} when the job asks
 * for what the template was not allowed.
 */
public interface ProjectJobs {

    /** Trains a model from a dataset version. */
    UUID train(Caller engineer, TrainingRequest request);

    /**
     * Scores a dataset version with a model version.
     *
     * @throws io.millwright.tenancy.MillwrightException with code {@code model-missing} when nothing was trained yet
     */
    UUID score(Caller engineer, ScoringRequest request);

    /**
     * Lets the project's template generate its sample; the job's result is a dataset, labelled as simulated.
     *
     * @throws io.millwright.tenancy.MillwrightException with code {@code no-sample} when the template has none
     */
    UUID generateSample(Caller engineer, UUID project, @Nullable String idempotencyKey);

    /**
     * Lets the project's template look at a dataset before a training, ahead of other jobs; {@link #understanding} reads what
     * it made of it, once the job has succeeded.
     *
     * @throws io.millwright.tenancy.MillwrightException with code {@code no-inspection} when the installed version does not
     *     look at data ({@link Installation#inspects})
     */
    UUID inspect(Caller engineer, InspectionRequest request);

    /** What a finished inspection understood; empty for other jobs and until it has succeeded. */
    Optional<Understanding> understanding(Caller caller, UUID job);

    /**
     * What a training should get where nobody said it: what the template's engines need, and what its newest inspection of
     * this dataset by this project estimated for the preset. For forms, and for requests that leave resources out.
     *
     * @param options what the training would be asked for with, over the project's
     */
    JobResources resourcesFor(Caller engineer, UUID project, UUID dataset, Map<String, String> options);

    /**
     * Starts a training once more, with the same template version, inputs, options and seed.
     *
     * @throws io.millwright.tenancy.MillwrightException with code {@code not-a-training} for other jobs
     */
    UUID trainAgain(Caller engineer, UUID job, @Nullable String idempotencyKey);
}
