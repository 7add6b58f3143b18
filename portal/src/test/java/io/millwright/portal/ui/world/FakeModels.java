package io.millwright.portal.ui.world;

import io.millwright.governance.Page;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.ModelComparison;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.governance.models.NewModelVersion;
import io.millwright.governance.models.Stage;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registry in memory. */
final class FakeModels implements Models {

    private final World world;

    FakeModels(World world) {
        this.world = world;
    }

    @Override
    public ModelVersion register(Caller caller, NewModelVersion version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Model> list(Caller caller, @Nullable String after, int limit) {
        return new Page<>(
                World.seenBy(caller.tenant(), world.models).stream()
                        .map(ModelVersion::model)
                        .distinct()
                        .map(id -> get(caller, id))
                        .toList(),
                null);
    }

    @Override
    public Model get(Caller caller, UUID model) {
        var versions = versions(caller, model);
        if (versions.isEmpty()) {
            throw MillwrightException.missing("model", model.toString());
        }
        var latest = versions.getFirst();
        return new Model(
                model,
                latest.project(),
                latest.modelName(),
                latest,
                null,
                versions.getLast().createdAt());
    }

    @Override
    public Optional<Model> ofProject(Caller caller, UUID project) {
        return list(caller, null, 100).items().stream()
                .filter(model -> model.project().equals(project))
                .findFirst();
    }

    @Override
    public Optional<ModelVersion> ofJob(Caller caller, UUID job) {
        return world.models.stream()
                .filter(version -> version.job().equals(job))
                .findFirst();
    }

    @Override
    public List<ModelVersion> awaiting(Caller caller) {
        return World.seenBy(caller.tenant(), world.models).stream()
                .filter(version -> version.stage() == Stage.PENDING_REVIEW
                        && caller.has(Role.APPROVER)
                        && !caller.user().equals(version.submittedBy()))
                .toList();
    }

    @Override
    public List<ModelVersion> trainedOn(Caller caller, DatasetId dataset) {
        var versions = world.datasets.stream()
                .filter(version -> version.dataset().equals(dataset))
                .map(version -> version.id())
                .toList();
        return world.models.stream()
                .filter(version -> versions.contains(version.datasetVersion()))
                .toList();
    }

    @Override
    public List<ModelVersion> versions(Caller caller, UUID model) {
        return World.seenBy(caller.tenant(), world.models).stream()
                .filter(version -> version.model().equals(model))
                .sorted(Comparator.comparing(ModelVersion::number).reversed())
                .toList();
    }

    @Override
    public ModelVersion version(Caller caller, UUID model, int number) {
        return versions(caller, model).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("model version", "" + number));
    }

    @Override
    public ModelVersion version(Caller caller, UUID version) {
        return world.models.stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public ModelComparison compare(Caller caller, List<UUID> versions) {
        var found = versions.stream().map(id -> version(caller, id)).toList();
        var metrics = new LinkedHashMap<String, List<Double>>();
        found.stream()
                .flatMap(version -> version.metrics().keySet().stream())
                .distinct()
                .forEach(name -> metrics.put(
                        name,
                        found.stream()
                                .map(version -> version.metrics().getOrDefault(name, Double.NaN))
                                .toList()));
        var seeds = found.stream().map(version -> "" + version.seed()).toList();
        return new ModelComparison(found, metrics, new LinkedHashMap<>(java.util.Map.of("seed", seeds)));
    }

    @Override
    public ModelVersion submit(Caller caller, UUID version, String note) {
        caller.require(Role.ENGINEER);
        return move(version(caller, version), Stage.PENDING_REVIEW, caller.user(), null, null);
    }

    @Override
    public ModelVersion approve(Caller caller, UUID version, String reason) {
        return decide(caller, version, Stage.APPROVED, reason);
    }

    @Override
    public ModelVersion reject(Caller caller, UUID version, String reason) {
        if (reason.isBlank()) {
            throw MillwrightException.user(
                    "reason-missing",
                    "A rejection needs a reason.",
                    "Say what has to change before it can be approved.");
        }
        return decide(caller, version, Stage.REJECTED, reason);
    }

    private ModelVersion decide(Caller caller, UUID version, Stage to, String reason) {
        caller.require(Role.APPROVER);
        var found = version(caller, version);
        return move(found, to, found.submittedBy(), caller.user(), reason);
    }

    @Override
    public ModelVersion archive(Caller caller, UUID version, String reason) {
        caller.require(Role.ENGINEER);
        var found = version(caller, version);
        return move(found, Stage.ARCHIVED, found.submittedBy(), found.decidedBy(), found.decisionReason());
    }

    private ModelVersion move(
            ModelVersion old, Stage to, @Nullable String asked, @Nullable String decided, @Nullable String reason) {
        assert old.stage().leadsTo(to);
        var now = new ModelVersion(
                old.id(),
                old.model(),
                old.modelName(),
                old.project(),
                old.number(),
                to,
                old.job(),
                old.datasetVersion(),
                old.template(),
                old.options(),
                old.seed(),
                old.metrics(),
                old.summaryJson(),
                old.environment(),
                old.files(),
                old.digest(),
                old.createdAt(),
                old.createdBy(),
                asked,
                asked == null ? null : Instant.now(),
                decided,
                decided == null ? null : Instant.now(),
                reason);
        world.models.replaceAll(one -> one.id().equals(old.id()) ? now : one);
        return now;
    }

    @Override
    public String report(Caller caller, UUID version) {
        return Objects.requireNonNull(world.reports.get(version));
    }

    @Override
    public String card(Caller caller, UUID version) {
        return "# Card fraud, EU\n\nWhat was recorded.\n\n- trained on **transactions**, version 1\n";
    }

    @Override
    public InputStream openFile(Caller caller, UUID version, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeArtifact(Caller caller, UUID version, OutputStream out) throws IOException {
        out.write("a zip".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String artifactFilename(ModelVersion version) {
        return "model-v" + version.number() + ".zip";
    }
}
