package io.millwright.governance.audit;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes exports as zip bundles, a stretch of the log at a time, so that neither memory nor a transaction grows with it. */
final class ZippedAuditExports implements AuditExports {

    private static final int STRETCH = 1_000;

    private final TenantTransactions transactions;
    private final JdbcClient sql;
    private final AuditLog log;

    ZippedAuditExports(TenantTransactions transactions, JdbcClient sql, AuditLog log) {
        this.transactions = transactions;
        this.sql = sql;
        this.log = log;
    }

    @Override
    public void write(Caller caller, Instant from, Instant to, Set<Format> formats, OutputStream out)
            throws IOException {
        AuditReaders.require(caller);
        if (!from.isBefore(to) || formats.isEmpty()) {
            throw MillwrightException.user(
                    "export-period-empty",
                    "The period of the export ends before it begins, or no format was chosen.",
                    "Choose an earlier beginning, a later end, and at least one format.");
        }
        var end = size(caller);
        log.appendApart(
                caller,
                AuditEvent.of("audit.exported", "audit", caller.tenant().value())
                        .after(Map.of(
                                "from", Times.text(from),
                                "to", Times.text(to),
                                "formats",
                                        formats.stream()
                                                .map(Format::name)
                                                .sorted()
                                                .collect(Collectors.joining(",")))));
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        var bundle = new ExportBundle(zip, caller, from, to);
        for (var format : formats.stream().sorted().toList()) {
            bundle.begin(format);
            var next = -1L;
            for (var stretch = stretch(caller, from, to, next, end);
                    !stretch.isEmpty();
                    stretch = stretch(caller, from, to, next, end)) {
                for (var entry : stretch) {
                    bundle.add(entry);
                }
                next = stretch.getLast().index();
            }
            bundle.end();
        }
        bundle.finish();
        zip.finish();
        out.flush();
    }

    @Override
    public String filename(Caller caller, Instant from, Instant to) {
        var day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
        return "audit-%s-%s-%s.zip".formatted(caller.tenant(), day.format(from), day.format(to));
    }

    private long size(Caller caller) {
        return transactions.call(caller, () -> sql.sql(
                        "SELECT coalesce(max(next_index), 0) FROM audit_counter WHERE tenant_id = :tenant")
                .param("tenant", caller.tenant().value())
                .query(Long.class)
                .single());
    }

    private List<AuditEntry> stretch(Caller caller, Instant from, Instant to, long after, long end) {
        return transactions.call(caller, () -> sql.sql("SELECT " + EntryRow.COLUMNS + """
                                 FROM audit_entry
                                WHERE tenant_id = :tenant AND index > :after AND index < :end
                                    AND time >= :from AND time < :to
                                ORDER BY index LIMIT :limit""")
                .param("tenant", caller.tenant().value())
                .param("after", after)
                .param("end", end)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", STRETCH)
                .query(EntryRow::read)
                .list());
    }

    /** What the bundle's manifest says about a file of it. */
    record Written(String name, long entries, long bytes, String digest) {

        Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("name", name);
            facts.put("entries", entries);
            facts.put("bytes", bytes);
            facts.put("sha256", digest);
            return facts;
        }
    }
}
