package io.millwright.governance.datasets;

import io.millwright.governance.datasets.internal.TableFiles;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bytes of dataset versions, and of all else that shares the tenant's objects with them. Equal bytes are stored once per
 * tenant, so an object may only go when nothing needs it: both asking that and recording a use happen under one lock per tenant,
 * and a use is recorded only while its objects are there.
 */
public final class DatasetObjects {

    private final ObjectStore objects;
    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final Supplier<List<ObjectUses>> uses;

    DatasetObjects(
            ObjectStore objects, TenantTransactions transactions, JdbcClient sql, Supplier<List<ObjectUses>> uses) {
        this.objects = objects;
        this.transactions = transactions;
        this.sql = sql;
        this.uses = uses;
    }

    /** Stores all forms of a dataset, or none. */
    PreparedTable store(TenantId tenant, String filename, Path given, ObjectRef expected, TableFiles files)
            throws IOException {
        var stored = new ArrayList<String>();
        try {
            var original = put(tenant, given, stored);
            if (!original.equals(expected)) {
                throw MillwrightException.internal("object-differs", "The stored file is not the one given.", null);
            }
            var content = files.content();
            return new PreparedTable(
                    tenant,
                    files.rows(),
                    files.columns(),
                    filename,
                    files.format(),
                    original,
                    put(tenant, files.parquet(), stored),
                    put(tenant, files.canonical(), stored),
                    files.kind(),
                    content == null ? null : content.equals(given) ? original : put(tenant, content, stored),
                    files.profile());
        } catch (IOException | RuntimeException failed) {
            release(tenant, stored);
            throw failed;
        }
    }

    private ObjectRef put(TenantId tenant, Path file, List<String> stored) throws IOException {
        var object = objects.put(tenant, file);
        stored.add(object.digest());
        return object;
    }

    /** In the transaction that records a version: holds the tenant's objects and makes sure that these are there. */
    void hold(PreparedTable table) {
        if (!hold(table.tenant(), table.digests())) {
            throw MillwrightException.conflict(
                    "dataset-went-away", "The file was removed while it was being recorded.", "Upload it again.");
        }
    }

    /**
     * In the transaction that records a use of objects: none of them goes before it has ended.
     *
     * @return whether all of them are there
     */
    public boolean hold(TenantId tenant, List<String> digests) {
        lock(tenant);
        return digests.stream().allMatch(digest -> objects.exists(tenant, digest));
    }

    /**
     * Removes objects that nothing needs: no version of a dataset that is still there, no model, and none of {@link ObjectUses}.
     * In the running transaction, if there is one, so that a use that it has removed counts no more.
     */
    public void release(TenantId tenant, List<String> digests) {
        transactions.run(tenant, () -> {
            lock(tenant);
            for (var digest : digests) {
                if (!isNeeded(tenant, digest)) {
                    delete(tenant, digest);
                }
            }
        });
    }

    private void delete(TenantId tenant, String digest) {
        try {
            objects.delete(tenant, digest);
        } catch (IOException failed) {
            throw MillwrightException.external(
                    "object-store-failed",
                    "The object store does not answer as it should.",
                    "Try again; if it happens again, tell the operator.",
                    failed);
        }
    }

    private boolean isNeeded(TenantId tenant, String digest) {
        return isRecorded(tenant, digest) || uses.get().stream().anyMatch(use -> use.needs(tenant, digest));
    }

    private boolean isRecorded(TenantId tenant, String digest) {
        return sql.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM dataset_version v JOIN dataset d ON d.id = v.dataset_id
                            WHERE v.tenant_id = :tenant AND d.deleted_at IS NULL
                                AND :digest IN (v.given_digest, v.parquet_digest, v.canonical_digest, v.content_digest))
                        OR EXISTS (SELECT 1 FROM model_file WHERE tenant_id = :tenant AND digest = :digest)""")
                .param("tenant", tenant.value())
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    /** The digests of all objects of a version. */
    static List<String> digests(ObjectRef given, ObjectRef parquet, ObjectRef canonical, @Nullable ObjectRef content) {
        return Stream.of(given, parquet, canonical, content)
                .filter(Objects::nonNull)
                .map(ObjectRef::digest)
                .toList();
    }

    private void lock(TenantId tenant) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('dataset objects ' || :tenant, 0))")
                .param("tenant", tenant.value())
                .query((row, n) -> true)
                .single();
    }
}
