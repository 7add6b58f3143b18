package io.millwright.portal.api.jobs;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobResources;
import io.millwright.plugins.host.InspectionRequest;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.plugins.host.ScoringRequest;
import io.millwright.plugins.host.TrainingRequest;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.OptionFields;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request for a job into the call of a service. Idempotency is the controller's, for all kinds alike. */
@Component
class Submission {

    private final ProjectJobs projects;

    Submission(ProjectJobs projects) {
        this.projects = projects;
    }

    UUID submit(Caller engineer, NewJob job) {
        if (job.like() != null) {
            if (job.kind() != null && Fields.constant("kind", JobKind.class, job.kind()) != JobKind.TRAIN) {
                throw MillwrightException.user(
                        "field-invalid",
                        "With \"like\" a training is repeated, so the kind cannot be \"%s\".".formatted(job.kind()),
                        "Leave the kind out, or say train.");
            }
            return projects.trainAgain(engineer, Ids.parse("job", job.like()), null);
        }
        var kind = Fields.constant("kind", JobKind.class, Fields.required("kind", job.kind()));
        var project = Ids.parse("project", Fields.required("project", job.project()));
        return switch (kind) {
            case TRAIN -> projects.train(engineer, training(engineer, project, job));
            case SCORE -> projects.score(engineer, scoring(project, job));
            case SAMPLE -> projects.generateSample(engineer, project, null);
            case INSPECT -> projects.inspect(engineer, inspection(project, job));
        };
    }

    private TrainingRequest training(Caller engineer, UUID project, NewJob job) {
        var options = OptionFields.text(job.options());
        var weights = job.weights();
        return new TrainingRequest(
                project,
                dataset(job),
                positive("datasetVersion", job.datasetVersion()),
                weights == null ? null : Ids.parse("weights", Fields.required("weights.dataset", weights.dataset())),
                weights == null ? null : positive("weights.version", weights.version()),
                options,
                job.seed() == null ? TrainingRequest.DEFAULT_SEED : job.seed(),
                job.resourcesOr(() -> projects.resourcesFor(engineer, project, dataset(job), options)),
                job.priorityOrDefault(),
                null);
    }

    private static InspectionRequest inspection(UUID project, NewJob job) {
        return new InspectionRequest(
                project,
                dataset(job),
                positive("datasetVersion", job.datasetVersion()),
                OptionFields.text(job.options()),
                null);
    }

    private static ScoringRequest scoring(UUID project, NewJob job) {
        return new ScoringRequest(
                project,
                dataset(job),
                positive("datasetVersion", job.datasetVersion()),
                job.model() == null ? null : Ids.parse("model", job.model()),
                positive("version", job.version()),
                OptionFields.text(job.options()),
                job.resourcesOr(() -> JobResources.DEFAULT),
                job.priorityOrDefault(),
                null);
    }

    private static UUID dataset(NewJob job) {
        return Ids.parse("dataset", Fields.required("dataset", job.dataset()));
    }

    private static @Nullable Integer positive(String field, @Nullable Integer version) {
        if (version != null && version < 1) {
            throw MillwrightException.user(
                    "field-invalid",
                    "The field \"%s\" cannot be %d.".formatted(field, version),
                    "Versions count from 1.");
        }
        return version;
    }
}
