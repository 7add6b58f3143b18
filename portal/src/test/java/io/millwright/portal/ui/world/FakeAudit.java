package io.millwright.portal.ui.world;

import io.millwright.governance.Page;
import io.millwright.governance.audit.AuditEntry;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditExports;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.audit.AuditQuery;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A log in memory. */
final class FakeAudit implements AuditTrail, AuditExports, AuditLog {

    private final World world;

    FakeAudit(World world) {
        this.world = world;
    }

    @Override
    public void append(Caller caller, AuditEvent event) {
        world.audit.add(new AuditEntry(
                caller.tenant(), world.audit.size(), Instant.now(), caller.user(), caller.origin(), event, "{}", ""));
    }

    @Override
    public void appendApart(Caller caller, AuditEvent event) {
        append(caller, event);
    }

    @Override
    public Page<AuditEntry> search(Caller caller, AuditQuery query, @Nullable String after, int limit) {
        caller.require(Role.AUDITOR, Role.ADMIN, Role.OPERATOR);
        return new Page<>(
                world.audit.stream()
                        .filter(entry -> query.actor() == null || query.actor().equals(entry.actor()))
                        .filter(entry ->
                                query.action() == null || entry.event().action().startsWith(query.action()))
                        .sorted(Comparator.comparing(AuditEntry::index).reversed())
                        .limit(limit)
                        .toList(),
                null);
    }

    @Override
    public AuditEntry get(Caller caller, long index) {
        return world.audit.stream()
                .filter(entry -> entry.index() == index)
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("audit entry", "" + index));
    }

    @Override
    public long size(Caller caller) {
        return world.audit.size();
    }

    @Override
    public List<String> actions(Caller caller) {
        return world.audit.stream()
                .map(entry -> entry.event().action())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void write(Caller caller, Instant from, Instant to, Set<Format> formats, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String filename(Caller caller, Instant from, Instant to) {
        return "audit.zip";
    }
}
