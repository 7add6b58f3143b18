package io.millwright.plugins.host.test;

import io.millwright.broker.Job;
import io.millwright.broker.JobCost;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobPage;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobState;
import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Stage;
import io.millwright.governance.models.TemplateRef;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the services below the plugin host know: one dataset of two versions and one of weights, models by project, and the jobs asked for. */
public final class FakeCatalogue {

    public static final UUID DATASET = UUID.fromString("00000000-0000-7000-8000-000000000001");

    public static final UUID WEIGHTS = UUID.fromString("00000000-0000-7000-8000-000000000002");

    public final Map<UUID, Model> models = new HashMap<>();
    public final List<JobRequest> requests = new ArrayList<>();
    private final Map<UUID, Job> jobs = new HashMap<>();

    /** A model of a project with one version, made by a version of the template churn. */
    public Model train(UUID project, String template, String templateVersion, Map<String, String> options) {
        var id = UUID.randomUUID();
        var version = new ModelVersion(
                UUID.randomUUID(),
                id,
                "Leavers",
                project,
                3,
                Stage.values()[0],
                UUID.randomUUID(),
                UUID.randomUUID(),
                new TemplateRef(template, templateVersion, "a".repeat(64)),
                options,
                17,
                Map.of(),
                "{}",
                Map.of(),
                List.of(),
                "d".repeat(64),
                Instant.EPOCH,
                "eve",
                null,
                null,
                null,
                null,
                null);
        var model = new Model(id, project, "Leavers", version, null, Instant.EPOCH);
        models.put(project, model);
        return model;
    }

    public Dataset get(Caller caller, DatasetId dataset) {
        return new Dataset(dataset, "customers", version(caller, dataset, 2), Instant.EPOCH, "eve");
    }

    public DatasetVersion version(Caller caller, DatasetId dataset, int number) {
        if (!dataset.value().equals(DATASET) && !dataset.value().equals(WEIGHTS)) {
            throw MillwrightException.missing("dataset", dataset.toString());
        }
        return new DatasetVersion(
                UUID.randomUUID(),
                dataset,
                "customers",
                number,
                10,
                List.of(new DatasetColumn("gone", ColumnType.BOOLEAN), new DatasetColumn("city", ColumnType.TEXT)),
                "customers.csv",
                null,
                null,
                null,
                null,
                dataset.value().equals(WEIGHTS) ? DatasetKind.WEIGHTS : DatasetKind.TABLE,
                null,
                null,
                Instant.EPOCH,
                "eve");
    }

    public Optional<Model> ofProject(Caller caller, UUID project) {
        return Optional.ofNullable(models.get(project));
    }

    public Model get(Caller caller, UUID model) {
        return models.values().stream()
                .filter(each -> each.id().equals(model))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("model", model.toString()));
    }

    public Job submit(Caller caller, JobRequest request) {
        requests.add(request);
        var job = new Job(
                UUID.randomUUID(),
                caller.tenant(),
                request.project(),
                request.projectName(),
                request.kind(),
                request.template(),
                request.engines(),
                request.dataset(),
                request.model(),
                request.weights(),
                request.options(),
                request.seed(),
                request.resources(),
                request.priority(),
                JobState.QUEUED,
                "",
                "",
                null,
                0,
                "",
                null,
                null,
                List.of(),
                (JobCost) null,
                null,
                false,
                0,
                caller.user(),
                Instant.EPOCH,
                null,
                null);
        jobs.put(job.id(), job);
        return job;
    }

    /** As {@code Jobs.get}; the catalogue of models has a method of the same shape, so jobs answer through {@link JobsOnly}. */
    public Job job(UUID id) {
        return Optional.ofNullable(jobs.get(id)).orElseThrow(() -> MillwrightException.missing("job", id.toString()));
    }

    /** What every inspection understands. */
    public static final String UNDERSTANDING = """
            {"task":"Find who leaves","facts":{"Rows":"10","Period":"2024"},"notes":[{"level":"WARNING","text":"Few rows."}],
            "options":{"column.label":"gone"},"estimates":[{"preset":"quick","seconds":1.5,"memoryBytes":1000}]}""";

    /** The methods of the job service. */
    public record JobsOnly(FakeCatalogue catalogue) {
        public Job submit(Caller caller, JobRequest request) {
            return catalogue.submit(caller, request);
        }

        public Job get(Caller caller, UUID id) {
            return catalogue.job(id);
        }

        public JobPage list(Caller caller, JobFilter filter, @Nullable String after, int limit) {
            return new JobPage(
                    catalogue.jobs.values().stream()
                            .filter(job -> filter.kinds().contains(job.kind()))
                            .limit(limit)
                            .toList(),
                    null);
        }

        public Optional<String> understanding(Caller caller, UUID id) {
            return Optional.of(UNDERSTANDING)
                    .filter(any -> catalogue.job(id).kind() == io.millwright.broker.JobKind.INSPECT);
        }
    }
}
