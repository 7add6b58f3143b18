package io.millwright.plugins.host.internal;

import io.millwright.broker.EngineRef;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.broker.TemplateRef;
import io.millwright.broker.VersionRef;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.host.InspectionRequest;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.plugins.host.ScoringRequest;
import io.millwright.plugins.host.TrainingRequest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes jobs of requests, in one transaction with the project's and the installation's rows. */
public final class ProjectJobService implements ProjectJobs {

    /** Somebody waits for it before a form: little, so that there is soon room, and not for long. */
    private static final JobResources INSPECTION = new JobResources(1, 0, 1L << 30, Duration.ofMinutes(5));

    /** Inspections of a project, newest first, among which one of the dataset is looked for. */
    private static final int LOOKED_AT = 50;

    private final TenantTransactions transactions;
    private final InstallationRows installations;
    private final ProjectRows projects;
    private final JobOptions options;
    private final JobInputs inputs;
    private final Jobs jobs;
    private final Needs needs;

    public ProjectJobService(
            TenantTransactions transactions,
            InstallationRows installations,
            ProjectRows projects,
            JobOptions options,
            Datasets datasets,
            Models models,
            Jobs jobs,
            Marketplace marketplace) {
        this.transactions = transactions;
        this.installations = installations;
        this.projects = projects;
        this.options = options;
        this.inputs = new JobInputs(datasets, models);
        this.jobs = jobs;
        this.needs = new Needs(marketplace.engines());
    }

    @Override
    public UUID train(Caller engineer, TrainingRequest request) {
        return submit(engineer, request.project(), use -> {
            var dataset = inputs.dataset(
                    engineer, use.installation().descriptor(), request.dataset(), request.datasetVersion());
            var weights = request.weights() == null
                    ? null
                    : inputs.weights(engineer, request.weights(), request.weightsVersion());
            var set = options.of(use.installation().descriptor(), use.project().options(), request.options());
            options.checkColumns(use.installation().descriptor(), set, dataset);
            return use.request(
                    JobKind.TRAIN,
                    reference(dataset),
                    null,
                    weights == null ? null : reference(weights),
                    set,
                    request.seed(),
                    request.resources(),
                    request.priority(),
                    request.idempotencyKey());
        });
    }

    @Override
    public UUID score(Caller engineer, ScoringRequest request) {
        return submit(engineer, request.project(), use -> {
            var dataset = inputs.dataset(
                    engineer, use.installation().descriptor(), request.dataset(), request.datasetVersion());
            var model = inputs.model(engineer, request, use.project(), use.installation());
            var set = options.of(use.installation().descriptor(), model.options(), request.options());
            return use.request(
                    JobKind.SCORE,
                    reference(dataset),
                    new VersionRef(model.model(), model.number()),
                    null,
                    set,
                    model.seed(),
                    request.resources(),
                    request.priority(),
                    request.idempotencyKey());
        });
    }

    @Override
    public UUID generateSample(Caller engineer, UUID project, @Nullable String idempotencyKey) {
        return submit(engineer, project, use -> {
            if (!use.installation().hasSample()) {
                throw MillwrightException.conflict(
                        "no-sample",
                        "%s has no sample."
                                .formatted(use.installation().descriptor().name()),
                        "Upload data of your own.");
            }
            return use.request(
                    JobKind.SAMPLE,
                    null,
                    null,
                    null,
                    options.of(use.installation().descriptor(), use.project().options(), Map.of()),
                    TrainingRequest.DEFAULT_SEED,
                    needs.of(use.installation().descriptor()),
                    JobPriority.NORMAL,
                    idempotencyKey);
        });
    }

    @Override
    public UUID inspect(Caller engineer, InspectionRequest request) {
        return submit(engineer, request.project(), use -> {
            if (!use.installation().inspects()) {
                throw MillwrightException.conflict(
                        "no-inspection",
                        "%s does not look at data before it trains."
                                .formatted(use.installation().descriptor().name()),
                        "Set its options yourself, or install a newer version.");
            }
            var dataset = inputs.dataset(
                    engineer, use.installation().descriptor(), request.dataset(), request.datasetVersion());
            var set = options.of(use.installation().descriptor(), use.project().options(), request.options());
            options.checkColumns(use.installation().descriptor(), set, dataset);
            return use.request(
                    JobKind.INSPECT,
                    reference(dataset),
                    null,
                    null,
                    set,
                    TrainingRequest.DEFAULT_SEED,
                    INSPECTION,
                    JobPriority.HIGH,
                    request.idempotencyKey());
        });
    }

    @Override
    public JobResources resourcesFor(Caller engineer, UUID project, UUID dataset, Map<String, String> options) {
        return transactions.call(engineer, () -> {
            var found = projects.get(engineer, project);
            var template = installations.get(engineer, found.installation()).descriptor();
            var set = this.options.of(template, found.options(), options);
            return needs.of(template, newest(engineer, project, dataset).orElse(null), set);
        });
    }

    /** What the newest inspection of a dataset by a project understood. */
    private Optional<Understanding> newest(Caller caller, UUID project, UUID dataset) {
        var inspections = new JobFilter(project, Set.of(JobState.SUCCEEDED), Set.of(JobKind.INSPECT), "");
        return jobs.list(caller, inspections, null, LOOKED_AT).items().stream()
                .filter(job -> job.dataset() != null && job.dataset().id().equals(dataset))
                .findFirst()
                .flatMap(job -> understanding(caller, job.id()));
    }

    @Override
    public Optional<Understanding> understanding(Caller caller, UUID job) {
        return jobs.understanding(caller, job).map(Json::understanding);
    }

    @Override
    public UUID trainAgain(Caller engineer, UUID job, @Nullable String idempotencyKey) {
        var earlier = jobs.get(engineer, job);
        if (earlier.kind() != JobKind.TRAIN) {
            throw MillwrightException.conflict(
                    "not-a-training",
                    "This job is no training.",
                    "Choose a training, or start the job's work from its project.");
        }
        return submit(engineer, earlier.project(), use -> earlier.again(idempotencyKey));
    }

    private UUID submit(Caller engineer, UUID project, Function<Use, JobRequest> request) {
        engineer.require(Role.ENGINEER);
        return transactions.call(engineer, () -> {
            var found = ProjectService.requireActive(projects.get(engineer, project));
            var use = new Use(found, installations.get(engineer, found.installation()));
            var asked = request.apply(use);
            if (asked.resources().gpus() > 0) {
                use.requireConsent(Right.GPU, "a GPU");
            }
            return jobs.submit(engineer, asked).id();
        });
    }

    private static VersionRef reference(DatasetVersion dataset) {
        return new VersionRef(dataset.dataset().value(), dataset.number());
    }

    /** A project and what it uses. */
    private record Use(Project project, Installation installation) {

        void requireConsent(Right right, String what) {
            if (!installation.consent().contains(right)) {
                throw MillwrightException.conflict(
                        "right-missing",
                        "%s did not ask for %s when it was installed."
                                .formatted(installation.descriptor().name(), what),
                        "Start the job without " + what + ".");
            }
        }

        JobRequest request(
                JobKind kind,
                @Nullable VersionRef dataset,
                @Nullable VersionRef model,
                @Nullable VersionRef weights,
                Map<String, String> options,
                long seed,
                JobResources resources,
                JobPriority priority,
                @Nullable String idempotencyKey) {
            return new JobRequest(
                    project.id(),
                    project.name(),
                    kind,
                    new TemplateRef(installation.template(), installation.version(), installation.digest()),
                    installation.descriptor().engines().stream()
                            .map(engine -> new EngineRef(engine.name(), engine.version()))
                            .toList(),
                    dataset,
                    model,
                    weights,
                    options,
                    seed,
                    resources,
                    priority,
                    idempotencyKey);
        }
    }
}
