package io.millwright.governance.models;

import io.millwright.governance.Page;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.Datasets;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The registry on PostgreSQL and the object store. */
final class ModelRegistry implements Models {

    private static final UUID FIRST = new UUID(0, 0);

    private final TenantTransactions transactions;
    private final ModelRows rows;
    private final Review review;
    private final Datasets datasets;
    private final ObjectStore objects;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    ModelRegistry(
            TenantTransactions transactions,
            ModelRows rows,
            Review review,
            Datasets datasets,
            ObjectStore objects,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.review = review;
        this.datasets = datasets;
        this.objects = objects;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public ModelVersion register(Caller caller, NewModelVersion version) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a model version is registered in the transaction that commits its attempt");
        }
        return transactions.call(caller, () -> {
            var model = rows.lock(caller, ids.next(), version, clock.instant());
            return rows.ofJob(caller, version.job()).orElseGet(() -> insert(caller, model, version));
        });
    }

    private ModelVersion insert(Caller caller, UUID model, NewModelVersion version) {
        var id = ids.next();
        rows.insert(caller, id, model, version, ModelDigest.of(version.files()), clock.instant());
        var made = rows.version(caller, id).orElseThrow();
        audit.append(
                caller,
                AuditEvent.of("model.registered", "model-version", id.toString())
                        .after(Map.of(
                                "model", made.modelName(),
                                "version", made.number(),
                                "job", made.job().toString(),
                                "dataset", made.datasetVersion().toString(),
                                "template",
                                        made.template().id() + " "
                                                + made.template().version(),
                                "templateDigest", made.template().digest(),
                                "seed", made.seed(),
                                "digest", made.digest(),
                                "metrics", made.metrics())));
        return made;
    }

    @Override
    public Page<Model> list(Caller caller, @Nullable String after, int limit) {
        var size = Math.clamp(limit, 1, Page.MAX);
        var id = after == null ? FIRST : Ids.parse("page", after);
        return transactions.call(caller, () -> {
            var name = after == null
                    ? ""
                    : rows.find(caller, id)
                            .map(head -> head.name().toLowerCase(Locale.ROOT))
                            .orElse("");
            var heads = rows.list(caller, name, id, size + 1);
            var models =
                    heads.stream().limit(size).map(head -> model(caller, head)).toList();
            return new Page<>(
                    models, heads.size() > size ? heads.get(size - 1).id().toString() : null);
        });
    }

    @Override
    public Model get(Caller caller, UUID model) {
        return transactions
                .call(caller, () -> rows.find(caller, model).map(head -> model(caller, head)))
                .orElseThrow(() -> MillwrightException.missing("model", model.toString()));
    }

    @Override
    public Optional<Model> ofProject(Caller caller, UUID project) {
        return transactions.call(caller, () -> rows.ofProject(caller, project).map(head -> model(caller, head)));
    }

    private Model model(Caller caller, ModelRows.Head head) {
        return new Model(
                head.id(),
                head.project(),
                head.name(),
                rows.latest(caller, head.id()).orElseThrow(),
                rows.approved(caller, head.id()).orElse(null),
                head.createdAt());
    }

    @Override
    public Optional<ModelVersion> ofJob(Caller caller, UUID job) {
        return transactions.call(caller, () -> rows.ofJob(caller, job));
    }

    @Override
    public List<ModelVersion> trainedOn(Caller caller, DatasetId dataset) {
        return transactions.call(caller, () -> rows.trainedOn(caller, dataset));
    }

    @Override
    public List<ModelVersion> awaiting(Caller caller) {
        return caller.has(Role.APPROVER) ? transactions.call(caller, () -> rows.awaiting(caller)) : List.of();
    }

    @Override
    public List<ModelVersion> versions(Caller caller, UUID model) {
        var versions = transactions.call(caller, () -> rows.versions(caller, model));
        if (versions.isEmpty()) {
            throw MillwrightException.missing("model", model.toString());
        }
        return versions;
    }

    @Override
    public ModelVersion version(Caller caller, UUID model, int number) {
        return transactions
                .call(caller, () -> rows.version(caller, model, number))
                .orElseThrow(() -> MillwrightException.missing("model version", model + "/" + number));
    }

    @Override
    public ModelVersion version(Caller caller, UUID version) {
        return transactions
                .call(caller, () -> rows.version(caller, version))
                .orElseThrow(() -> MillwrightException.missing("model version", version.toString()));
    }

    @Override
    public String report(Caller caller, UUID version) {
        return transactions
                .call(caller, () -> rows.report(caller, version))
                .orElseThrow(() -> MillwrightException.missing("model version", version.toString()));
    }

    @Override
    public ModelComparison compare(Caller caller, List<UUID> versions) {
        if (versions.size() < 2 || versions.size() > 10) {
            throw MillwrightException.user(
                    "compare-count", "Between 2 and 10 versions can be compared.", "Choose some, not more than 10.");
        }
        return Comparison.of(versions.stream().map(id -> version(caller, id)).toList());
    }

    @Override
    public ModelVersion submit(Caller caller, UUID version, String note) {
        return review.submit(caller, version, note);
    }

    @Override
    public ModelVersion approve(Caller caller, UUID version, String reason) {
        return review.decide(caller, version, Stage.APPROVED, reason);
    }

    @Override
    public ModelVersion reject(Caller caller, UUID version, String reason) {
        return review.decide(caller, version, Stage.REJECTED, reason);
    }

    @Override
    public ModelVersion archive(Caller caller, UUID version, String reason) {
        return review.archive(caller, version, reason);
    }

    @Override
    public String card(Caller caller, UUID version) {
        var found = version(caller, version);
        return new ModelCard(found, report(caller, version), datasets.version(caller, found.datasetVersion()))
                .markdown();
    }

    @Override
    public InputStream openFile(Caller caller, UUID version, String name) throws IOException {
        var file = version(caller, version).files().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("model file", name));
        return objects.open(caller.tenant(), file.object().digest());
    }

    @Override
    public void writeArtifact(Caller caller, UUID version, OutputStream out) throws IOException {
        var found = version(caller, version);
        var card = card(caller, version);
        audit.appendApart(
                caller,
                AuditEvent.of("model.downloaded", "model-version", version.toString())
                        .after(Map.of(
                                "model", found.modelName(), "version", found.number(), "digest", found.digest())));
        new ArtifactZip(objects, caller.tenant(), found).write(out, card, report(caller, version));
    }

    @Override
    public String artifactFilename(ModelVersion version) {
        var name = version.modelName().replaceAll("[^\\p{L}\\p{N}._-]+", "-").toLowerCase(Locale.ROOT);
        return name + "-v" + version.number() + ".zip";
    }
}
