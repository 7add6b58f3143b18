package io.millwright.governance.audit;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers entries and writes them, in the running transaction. */
final class EntryWriter {

    /** An event that waits for its number. */
    record Pending(Caller caller, AuditEvent event) {}

    private record Place(long index, Instant time) {}

    private final JdbcClient sql;
    private final Clock clock;

    EntryWriter(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Writes events in their order. Logs of several tenants are locked in the order of the tenants' names, so that two such
     * transactions never wait for each other; row-level security is told of each tenant in turn.
     */
    void write(List<Pending> events) {
        var byTenant = new TreeMap<String, List<Pending>>();
        for (var pending : events) {
            byTenant.computeIfAbsent(pending.caller().tenant().value(), tenant -> new ArrayList<>())
                    .add(pending);
        }
        var bound = boundTenant();
        byTenant.forEach((tenant, its) -> {
            bind(tenant);
            var place = take(tenant, its.size());
            for (var i = 0; i < its.size(); i++) {
                insert(new TenantId(tenant), place.index() + i, place.time(), its.get(i));
            }
        });
        if (!byTenant.lastKey().equals(bound)) {
            bind(bound);
        }
    }

    private String boundTenant() {
        return sql.sql("SELECT millwright_tenant()").query(String.class).single();
    }

    private void bind(String tenant) {
        sql.sql("SELECT set_config('millwright.tenant', :tenant, true)")
                .param("tenant", tenant)
                .query(String.class)
                .single();
    }

    /** Takes the next numbers; the tenant's log is held from here to the end of the transaction. */
    private Place take(String tenant, int count) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return sql.sql("""
                        INSERT INTO audit_counter AS c (tenant_id, next_index, last_time) VALUES (:tenant, :count, :now)
                        ON CONFLICT (tenant_id) DO UPDATE
                            SET next_index = c.next_index + :count, last_time = greatest(c.last_time, excluded.last_time)
                        RETURNING next_index - :count AS first, last_time""")
                .param("tenant", tenant)
                .param("count", (long) count)
                .param("now", now)
                .query((row, n) -> new Place(
                        row.getLong("first"),
                        row.getObject("last_time", OffsetDateTime.class).toInstant()))
                .single();
    }

    private void insert(TenantId tenant, long index, Instant time, Pending pending) {
        var event = pending.event();
        var origin = pending.caller().origin();
        var canonical = canonical(tenant, index, time, pending);
        sql.sql("""
                        INSERT INTO audit_entry (tenant_id, index, time, actor, channel, address, action, object_type,
                            object_id, canonical, leaf_hash)
                        VALUES (:tenant, :index, :time, :actor, :channel, :address, :action, :type, :id, :canonical, :hash)""")
                .param("tenant", tenant.value())
                .param("index", index)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("actor", CanonicalJson.clean(pending.caller().user()))
                .param("channel", origin.channel().name())
                .param("address", CanonicalJson.clean(origin.address()))
                .param("action", event.action())
                .param("type", CanonicalJson.clean(event.objectType()))
                .param("id", CanonicalJson.clean(event.objectId()))
                .param("canonical", canonical)
                .param("hash", Leaf.hash(canonical))
                .update();
    }

    private static String canonical(TenantId tenant, long index, Instant time, Pending pending) {
        var event = pending.event();
        var fields = new HashMap<String, Object>(Map.of(
                "tenant", tenant.value(),
                "index", index,
                "time", Times.text(time),
                "actor", pending.caller().user(),
                "channel", pending.caller().origin().channel().name(),
                "address", pending.caller().origin().address()));
        fields.put("action", event.action());
        fields.put("objectType", event.objectType());
        fields.put("objectId", event.objectId());
        fields.put("before", event.before());
        fields.put("after", event.after());
        fields.put("reason", event.reason());
        return CanonicalJson.of(fields);
    }
}
