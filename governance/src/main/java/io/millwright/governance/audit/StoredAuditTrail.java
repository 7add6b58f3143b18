package io.millwright.governance.audit;

import io.millwright.governance.Page;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantTransactions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log from its table. */
final class StoredAuditTrail implements AuditTrail {

    private final TenantTransactions transactions;
    private final JdbcClient sql;

    StoredAuditTrail(TenantTransactions transactions, JdbcClient sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public Page<AuditEntry> search(Caller caller, AuditQuery query, @Nullable String after, int limit) {
        AuditReaders.require(caller);
        var size = Math.clamp(limit, 1, Page.MAX);
        var conditions = new ArrayList<String>(List.of("tenant_id = :tenant"));
        conditions.add(after == null ? "" : "index < :after");
        conditions.add(isBlank(query.actor()) ? "" : "actor = :actor");
        conditions.add(isBlank(query.action()) ? "" : "action LIKE :action");
        conditions.add(isBlank(query.objectType()) ? "" : "object_type = :objectType");
        conditions.add(isBlank(query.objectId()) ? "" : "object_id = :objectId");
        conditions.add(isBlank(query.text()) ? "" : "canonical ILIKE :text");
        conditions.add(query.from() == null ? "" : "time >= :from");
        conditions.add(query.to() == null ? "" : "time < :to");
        conditions.removeIf(String::isEmpty);
        var statement = sql.sql("SELECT " + EntryRow.COLUMNS + " FROM audit_entry WHERE "
                        + String.join(" AND ", conditions) + " ORDER BY index DESC LIMIT :limit")
                .param("tenant", caller.tenant().value())
                .param("after", after == null ? 0 : cursor(after))
                .param("actor", query.actor())
                .param("action", escaped(query.action()) + "%")
                .param("objectType", query.objectType())
                .param("objectId", query.objectId())
                .param("text", "%" + escaped(query.text()) + "%")
                .param("from", query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC))
                .param("to", query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC))
                .param("limit", size + 1);
        var entries =
                transactions.call(caller, () -> statement.query(EntryRow::read).list());
        return entries.size() <= size
                ? new Page<>(entries, null)
                : new Page<>(
                        entries.subList(0, size),
                        Long.toString(entries.get(size - 1).index()));
    }

    @Override
    public AuditEntry get(Caller caller, long index) {
        AuditReaders.require(caller);
        return transactions
                .call(caller, () -> sql.sql("SELECT " + EntryRow.COLUMNS
                                + " FROM audit_entry WHERE tenant_id = :tenant AND index = :index")
                        .param("tenant", caller.tenant().value())
                        .param("index", index)
                        .query(EntryRow::read)
                        .optional())
                .orElseThrow(() -> MillwrightException.missing("audit entry", Long.toString(index)));
    }

    @Override
    public long size(Caller caller) {
        AuditReaders.require(caller);
        return transactions.call(caller, () -> sql.sql(
                        "SELECT coalesce(max(next_index), 0) FROM audit_counter WHERE tenant_id = :tenant")
                .param("tenant", caller.tenant().value())
                .query(Long.class)
                .single());
    }

    @Override
    public List<String> actions(Caller caller) {
        AuditReaders.require(caller);
        // A loose index scan: the log is long, its actions are few.
        return transactions.call(caller, () -> sql.sql("""
                                WITH RECURSIVE found (action) AS (
                                    (SELECT min(action COLLATE "C") FROM audit_entry WHERE tenant_id = :tenant)
                                    UNION ALL
                                    SELECT (SELECT min(e.action COLLATE "C") FROM audit_entry e
                                            WHERE e.tenant_id = :tenant AND e.action COLLATE "C" > found.action)
                                    FROM found WHERE found.action IS NOT NULL)
                                SELECT action FROM found WHERE action IS NOT NULL ORDER BY action""")
                .param("tenant", caller.tenant().value())
                .query(String.class)
                .list());
    }

    private static long cursor(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException notOurs) {
            throw MillwrightException.user(
                    "page-unknown",
                    "\"%s\" is not where a page begins.".formatted(after),
                    "Start from the first page.");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
