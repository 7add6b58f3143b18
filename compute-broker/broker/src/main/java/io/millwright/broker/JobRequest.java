package io.millwright.broker;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for. The caller has checked that the project exists, that the template is installed and that the
 * options are valid; the broker checks the dataset and the model.
 *
 * @param project the project
 * @param projectName what people call it, kept with the job
 * @param kind what to do
 * @param template the exact template
 * @param engines native engines that the template needs
 * @param dataset needed by all but SAMPLE
 * @param model needed by SCORE
 * @param weights what a training starts from; null for none
 * @param options checked options by name, as text
 * @param seed of every random choice
 * @param resources what it may use
 * @param priority how urgent
 * @param idempotencyKey a second request with the same key gives the first one's job; null for none
 */
public record JobRequest(
        UUID project,
        String projectName,
        JobKind kind,
        TemplateRef template,
        List<EngineRef> engines,
        @Nullable VersionRef dataset,
        @Nullable VersionRef model,
        @Nullable VersionRef weights,
        Map<String, String> options,
        long seed,
        JobResources resources,
        JobPriority priority,
        @Nullable String idempotencyKey) {

    public static final int MAX_IDEMPOTENCY_KEY = 200;

    public JobRequest {
        engines = List.copyOf(engines);
        options = Map.copyOf(options);
        if ((dataset == null) != (kind == JobKind.SAMPLE) || (model == null) != (kind != JobKind.SCORE)) {
            throw new IllegalArgumentException(
                    "training and inspection need a dataset, scoring a dataset and a model, a sample neither: " + kind);
        }
        if (weights != null && kind != JobKind.TRAIN) {
            throw new IllegalArgumentException("only a training starts from weights: " + kind);
        }
        if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > MAX_IDEMPOTENCY_KEY)) {
            throw new IllegalArgumentException("idempotency keys have 1 to " + MAX_IDEMPOTENCY_KEY + " characters");
        }
    }

    /** Without weights. */
    public JobRequest(
            UUID project,
            String projectName,
            JobKind kind,
            TemplateRef template,
            List<EngineRef> engines,
            @Nullable VersionRef dataset,
            @Nullable VersionRef model,
            Map<String, String> options,
            long seed,
            JobResources resources,
            JobPriority priority,
            @Nullable String idempotencyKey) {
        this(
                project,
                projectName,
                kind,
                template,
                engines,
                dataset,
                model,
                null,
                options,
                seed,
                resources,
                priority,
                idempotencyKey);
    }
}
