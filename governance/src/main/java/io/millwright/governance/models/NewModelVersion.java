package io.millwright.governance.models;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that a finished training job says about the model it made.
 *
 * @param project the project that was trained; it has one model, created with its first version
 * @param modelName what people call the model
 * @param job the job; registering the same job again gives the version it already made
 * @param datasetVersion what it was trained on
 * @param template what trained it
 * @param options by name, as they were used
 * @param seed the seed that was used
 * @param metrics finite numbers by name
 * @param reportJson the template's report, a JSON object as text
 * @param environment facts about where it ran, e.g. {@code java}, {@code engine.xgboost}, {@code backend}
 * @param files at least one
 */
public record NewModelVersion(
        UUID project,
        String modelName,
        UUID job,
        UUID datasetVersion,
        TemplateRef template,
        Map<String, String> options,
        long seed,
        Map<String, Double> metrics,
        String reportJson,
        Map<String, String> environment,
        List<ModelFile> files) {

    public NewModelVersion {
        options = Map.copyOf(options);
        metrics = Map.copyOf(metrics);
        environment = Map.copyOf(environment);
        files = List.copyOf(files);
        if (files.isEmpty() || !metrics.values().stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a model version needs files and finite metrics");
        }
    }
}
