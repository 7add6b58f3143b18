package io.millwright.governance.audit;

import io.millwright.tenancy.Origin;
import io.millwright.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Entries as they lie in the table; what happened is read back from the canonical text. */
final class EntryRow {

    static final String COLUMNS = "tenant_id, index, time, actor, channel, address, action, object_type, object_id,"
            + " canonical, leaf_hash";

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private EntryRow() {}

    static AuditEntry read(ResultSet row, int number) throws SQLException {
        var json = row.getString("canonical");
        var fields = CanonicalJson.MAPPER.readValue(json, FIELDS);
        var event = new AuditEvent(
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                map(fields.get("before")),
                map(fields.get("after")),
                String.valueOf(fields.get("reason")));
        return new AuditEntry(
                new TenantId(row.getString("tenant_id")),
                row.getLong("index"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                new Origin(Origin.Channel.valueOf(row.getString("channel")), row.getString("address")),
                event,
                json,
                HexFormat.of().formatHex(row.getBytes("leaf_hash")));
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var all = new TreeMap<String, Object>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, of) -> all.put(String.valueOf(key), of == null ? "" : of));
        }
        return all;
    }
}
