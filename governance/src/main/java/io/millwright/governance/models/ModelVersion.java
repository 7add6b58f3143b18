package io.millwright.governance.models;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a model. What was trained never changes; the stage does.
 *
 * @param id identity of the version
 * @param model the model it belongs to
 * @param modelName that model's name
 * @param project the project it was trained in
 * @param number from 1, without gaps in the model
 * @param stage how far it has come
 * @param job the job that made it
 * @param datasetVersion what it was trained on
 * @param summaryJson the template's report without its charts, a JSON object as text; {@link Models#report} gives all of it
 * @param files by name
 * @param digest SHA-256 of the lines {@code <digest>  <name>} of all files, sorted by name: names the model's content
 * @param submittedBy who asked for review, null before
 * @param decidedBy who approved or rejected, null before
 * @param decisionReason in that person's words, null before
 */
public record ModelVersion(
        UUID id,
        UUID model,
        String modelName,
        UUID project,
        int number,
        Stage stage,
        UUID job,
        UUID datasetVersion,
        TemplateRef template,
        Map<String, String> options,
        long seed,
        Map<String, Double> metrics,
        String summaryJson,
        Map<String, String> environment,
        List<ModelFile> files,
        String digest,
        Instant createdAt,
        String createdBy,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    /** Size of all files together, in bytes. */
    public long size() {
        return files.stream().mapToLong(file -> file.object().size()).sum();
    }
}
