package io.millwright.governance.audit;

import io.millwright.tenancy.Origin;
import io.millwright.tenancy.TenantId;
import java.time.Instant;

/**
 * One entry of a tenant's log, as it was written and will stay.
 *
 * @param tenant whose log
 * @param index position in that log, from 0, without gaps
 * @param time when, to the microsecond; never earlier than the entry before
 * @param actor the user name, or {@code system}
 * @param origin the door and the network address
 * @param event what happened
 * @param json the canonical JSON (RFC 8785) of all that: the bytes that count
 * @param leafHash SHA-256 of a zero byte and the UTF-8 bytes of {@code json} (leaf of RFC 9162), 64 hexadecimal digits
 */
public record AuditEntry(
        TenantId tenant,
        long index,
        Instant time,
        String actor,
        Origin origin,
        AuditEvent event,
        String json,
        String leafHash) {}
