package io.millwright.governance.datasets;

import io.millwright.governance.Page;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The catalogue on PostgreSQL and the object store. */
final class DatasetCatalogue implements Datasets {

    private final TenantTransactions transactions;
    private final DatasetRows rows;
    private final TableIntake intake;
    private final DatasetObjects stored;
    private final DatasetContents contents;
    private final DatasetRemoval removal;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    DatasetCatalogue(
            TenantTransactions transactions,
            DatasetRows rows,
            TableIntake intake,
            DatasetObjects stored,
            DatasetContents contents,
            DatasetRemoval removal,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.intake = intake;
        this.stored = stored;
        this.contents = contents;
        this.removal = removal;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public UploadOutcome upload(Caller caller, String name, String filename, InputStream bytes) {
        caller.require(Role.ENGINEER);
        return upload(caller, DatasetNames.of(name, filename), null, filename, bytes);
    }

    @Override
    public UploadOutcome upload(Caller caller, DatasetId dataset, String filename, InputStream bytes) {
        caller.require(Role.ENGINEER);
        return upload(caller, get(caller, dataset).name(), dataset, filename, bytes);
    }

    private UploadOutcome upload(
            Caller caller, String name, @Nullable DatasetId dataset, String filename, InputStream bytes) {
        requireNoTransaction();
        var file = DatasetNames.file(filename);
        var table = intake.upload(caller.tenant(), file, bytes, given -> latest(caller, name, given)
                .isPresent());
        if (table == null) {
            return latestOf(caller, name);
        }
        try {
            return transactions.call(caller, () -> {
                if (dataset != null && !rows.lock(caller, dataset)) {
                    throw MillwrightException.missing("dataset", dataset.toString());
                }
                return record(caller, name, table, Lineage.UPLOADED);
            });
        } catch (RuntimeException failed) {
            discard(table);
            throw failed;
        }
    }

    private UploadOutcome record(Caller caller, String name, PreparedTable table, Lineage lineage) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var dataset = rows.lock(caller, name, ids.next(), now);
        if (lineage.kind() == Lineage.Kind.UPLOADED) {
            var same = latest(caller, name, table.given());
            if (same.isPresent()) {
                return new UploadOutcome(same.get(), false);
            }
        }
        stored.hold(table);
        var version = insert(caller, dataset, table, lineage, now);
        audit.append(
                caller,
                AuditEvent.of(action(lineage), "dataset", version.dataset().toString())
                        .after(Map.of(
                                "name", version.datasetName(),
                                "version", version.number(),
                                "kind", version.kind().name(),
                                "rows", version.rows(),
                                "columns", version.columns().size(),
                                "filename", version.filename(),
                                "digest", version.given().digest(),
                                "size", version.given().size())));
        return new UploadOutcome(version, true);
    }

    private DatasetVersion insert(
            Caller caller, UUID dataset, PreparedTable table, Lineage lineage, OffsetDateTime now) {
        var id = ids.next();
        rows.insert(caller, id, dataset, table, lineage, now);
        return rows.version(caller, id).orElseThrow();
    }

    private static String action(Lineage lineage) {
        return switch (lineage.kind()) {
            case UPLOADED -> "dataset.uploaded";
            case SAMPLE -> "dataset.sampled";
            case SCORED -> "dataset.scored";
        };
    }

    private Optional<DatasetVersion> latest(Caller caller, String name, ObjectRef given) {
        return transactions
                .call(caller, () -> rows.findByName(caller, name))
                .map(Dataset::latest)
                .filter(version -> version.given().equals(given));
    }

    private UploadOutcome latestOf(Caller caller, String name) {
        return transactions
                .call(caller, () -> rows.findByName(caller, name))
                .map(found -> new UploadOutcome(found.latest(), false))
                .orElseThrow(() -> MillwrightException.missing("dataset", name));
    }

    @Override
    public Page<Dataset> list(Caller caller, @Nullable String after, int limit) {
        var size = Math.clamp(limit, 1, Page.MAX);
        var found = transactions.call(caller, () -> rows.list(caller, after == null ? "" : after, size + 1));
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), found.get(size - 1).name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Dataset get(Caller caller, DatasetId dataset) {
        return transactions
                .call(caller, () -> rows.find(caller, dataset))
                .orElseThrow(() -> MillwrightException.missing("dataset", dataset.toString()));
    }

    @Override
    public List<DatasetVersion> versions(Caller caller, DatasetId dataset) {
        get(caller, dataset);
        return transactions.call(caller, () -> rows.versions(caller, dataset));
    }

    @Override
    public DatasetVersion version(Caller caller, DatasetId dataset, int number) {
        return transactions
                .call(caller, () -> rows.version(caller, dataset, number))
                .orElseThrow(() -> MillwrightException.missing("dataset version", dataset + "/" + number));
    }

    @Override
    public DatasetVersion version(Caller caller, UUID version) {
        return transactions
                .call(caller, () -> rows.version(caller, version))
                .orElseThrow(() -> MillwrightException.missing("dataset version", version.toString()));
    }

    @Override
    public Profile profile(Caller caller, UUID version) {
        return transactions
                .call(caller, () -> rows.profile(caller, version))
                .orElseThrow(() -> MillwrightException.missing("dataset version", version.toString()));
    }

    @Override
    public RowPage rows(Caller caller, UUID version, RowPage.Order order, long offset, int limit) throws IOException {
        return contents.rows(caller, version(caller, version), order, offset, limit);
    }

    @Override
    public ImagePage images(Caller caller, UUID version, ImagePage.Filter filter, long offset, int limit)
            throws IOException {
        return contents.images(caller, version(caller, version), filter, offset, limit);
    }

    @Override
    public StoredImage image(Caller caller, UUID version, long row, int side) throws IOException {
        return contents.image(caller, version(caller, version), row, side);
    }

    @Override
    public Download openGiven(Caller caller, UUID version) throws IOException {
        return contents.given(caller, version(caller, version));
    }

    @Override
    public Download openParquet(Caller caller, UUID version) throws IOException {
        return contents.parquet(caller, version(caller, version));
    }

    @Override
    public Download openCanonical(Caller caller, UUID version) throws IOException {
        return contents.canonical(caller, version(caller, version));
    }

    @Override
    public Download openContent(Caller caller, UUID version) throws IOException {
        return contents.content(caller, version(caller, version));
    }

    @Override
    public void delete(Caller caller, DatasetId dataset, String reason) {
        caller.require(Role.ENGINEER);
        requireNoTransaction();
        removal.delete(caller, dataset, reason);
    }

    @Override
    public PreparedTable prepareResult(TenantId tenant, List<DatasetColumn> columns, String filename, InputStream csv) {
        requireNoTransaction();
        return intake.result(tenant, columns, DatasetNames.file(filename), csv);
    }

    @Override
    public PreparedTable prepareImages(TenantId tenant, String filename, InputStream archive) {
        requireNoTransaction();
        return intake.images(tenant, DatasetNames.file(filename), archive);
    }

    @Override
    public DatasetVersion createFromResult(Caller caller, String name, PreparedTable table, Lineage lineage) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a result is recorded in the transaction that commits its attempt");
        }
        if (!table.tenant().equals(caller.tenant())) {
            throw new IllegalArgumentException("the table belongs to another tenant");
        }
        var job = Objects.requireNonNull(lineage.job(), "a result comes from a job");
        return transactions.call(caller, () -> rows.ofJob(caller, job)
                .orElseGet(() -> record(caller, DatasetNames.of(name, table.filename()), table, lineage)
                        .version()));
    }

    @Override
    public void discard(PreparedTable table) {
        stored.release(table.tenant(), table.digests());
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("reading files takes its time and must not happen inside a transaction");
        }
    }
}
