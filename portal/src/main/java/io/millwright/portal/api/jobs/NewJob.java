package io.millwright.portal.api.jobs;

import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.portal.api.Fields;
import io.millwright.tenancy.MillwrightException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody asks to be done. */
record NewJob(
        @Schema(description = "The project whose template works.", example = "0198c0de-0000-7000-8000-000000000002")
        @Nullable
        String project,

        @Schema(description = "train, score, sample or inspect", example = "train") @Nullable
        String kind,

        @Schema(
                description = "The data of a training, scoring or inspection.",
                example = "0198c0de-0000-7000-8000-000000000003")
        @Nullable
        String dataset,

        @Schema(description = "Which version of it; the newest when left out.", example = "1") @Nullable
        Integer datasetVersion,

        @Schema(description = "A dataset of weights that a training starts from.") @Nullable
        Weights weights,

        @Schema(description = "The model that scores; the project's own when left out.") @Nullable
        String model,

        @Schema(description = "Which version of the model; the newest when left out.") @Nullable
        Integer version,

        @Schema(description = "Set over the project's and the template's.", example = "{\"trees\": 200}") @Nullable
        Map<String, @Nullable Object> options,

        @Schema(description = "The same seed gives the same model.", example = "1") @Nullable
        Long seed,

        @Nullable Asked resources,

        @Schema(description = "low, normal or high", example = "normal") @Nullable
        String priority,

        @Schema(
                description =
                        "A training to repeat with the same inputs, options and seed; nothing else is needed then.")
        @Nullable
        String like) {

    JobResources resourcesOr(Supplier<JobResources> otherwise) {
        return resources == null ? otherwise.get() : resources.over(otherwise.get());
    }

    JobPriority priorityOrDefault() {
        return priority == null ? JobPriority.NORMAL : Fields.constant("priority", JobPriority.class, priority);
    }

    /** What the job may use; what is left out is as its data need. */
    @Schema(name = "Resources")
    record Asked(
            @Schema(description = "Cores.", example = "1") @Nullable
            Integer cpus,

            @Schema(description = "GPUs.", example = "0") @Nullable
            Integer gpus,

            @Schema(
                    description = "Bytes, or text such as \"2GiB\".",
                    example = "2GiB",
                    oneOf = {Long.class, String.class})
            @Nullable
            Object memory,

            @Schema(description = "Seconds that one attempt may take.", example = "3600") @Nullable
            Long seconds) {

        private static final Pattern SIZE =
                Pattern.compile("(\\d{1,9})\\s*(?:([KMGT])i?)?B?", Pattern.CASE_INSENSITIVE);

        JobResources over(JobResources needed) {
            var usual = needed.withGpus(Objects.requireNonNullElse(gpus, needed.gpus()));
            return new JobResources(
                    Objects.requireNonNullElse(cpus, usual.cpus()),
                    usual.gpus(),
                    bytes(usual.memoryBytes()),
                    seconds == null ? usual.limit() : Duration.ofSeconds(seconds));
        }

        private long bytes(long otherwise) {
            return switch (memory) {
                case null -> otherwise;
                case Integer number -> number;
                case Long number -> number;
                case String text -> bytes(text);
                default -> throw unreadable();
            };
        }

        private long bytes(String text) {
            var matcher = SIZE.matcher(text.strip());
            if (!matcher.matches()) {
                throw unreadable();
            }
            var unit = matcher.group(2);
            var shift = unit == null ? 0 : ("KMGT".indexOf(Character.toUpperCase(unit.charAt(0))) + 1) * 10;
            return Long.parseLong(matcher.group(1)) << shift;
        }

        private static MillwrightException unreadable() {
            return MillwrightException.user(
                    "field-invalid",
                    "The field \"resources.memory\" is no amount of memory.",
                    "Give bytes as a number, or text such as \"2GiB\".");
        }
    }

    /** A version of a dataset of weights. */
    record Weights(
            @Nullable String dataset,

            @Schema(description = "Which version of it; the newest when left out.") @Nullable
            Integer version) {}
}
