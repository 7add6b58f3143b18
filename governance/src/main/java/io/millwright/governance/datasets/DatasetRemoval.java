package io.millwright.governance.datasets;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Deletes datasets that nothing uses any more. */
final class DatasetRemoval {

    private final TenantTransactions transactions;
    private final DatasetRows rows;
    private final DatasetObjects stored;
    private final Supplier<List<DatasetUses>> uses;
    private final AuditLog audit;
    private final Clock clock;

    DatasetRemoval(
            TenantTransactions transactions,
            DatasetRows rows,
            DatasetObjects stored,
            Supplier<List<DatasetUses>> uses,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.stored = stored;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
    }

    /** Hides it in one transaction and destroys its bytes in the next. */
    void delete(Caller caller, DatasetId dataset, String reason) {
        var gone = transactions.call(caller, () -> {
            if (!rows.lock(caller, dataset)) {
                throw MillwrightException.missing("dataset", dataset.toString());
            }
            var versions = rows.versions(caller, dataset);
            requireUnused(caller, dataset, versions.getFirst().datasetName());
            rows.delete(caller, dataset, clock.instant().atOffset(ZoneOffset.UTC));
            audit.append(
                    caller,
                    AuditEvent.of("dataset.deleted", "dataset", dataset.toString())
                            .before(Map.of("name", versions.getFirst().datasetName(), "versions", versions.size()))
                            .because(reason));
            return versions;
        });
        stored.release(
                caller.tenant(),
                gone.stream().flatMap(version -> digests(version).stream()).toList());
    }

    private void requireUnused(Caller caller, DatasetId dataset, String name) {
        var users = new ArrayList<>(rows.models(caller, dataset));
        uses.get().forEach(use -> users.addAll(use.of(caller.tenant(), dataset)));
        if (!users.isEmpty()) {
            throw MillwrightException.conflict(
                    "dataset-in-use",
                    "The dataset \"%s\" is used by %s.".formatted(name, String.join(", ", users)),
                    "Archive these models and wait for these jobs, then delete it.");
        }
    }

    private static List<String> digests(DatasetVersion version) {
        return DatasetObjects.digests(version.given(), version.parquet(), version.canonical(), version.content());
    }
}
