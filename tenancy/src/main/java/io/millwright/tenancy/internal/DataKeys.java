package io.millwright.tenancy.internal;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data key of each tenant, made when first needed. */
final class DataKeys {

    private static final int BYTES = 32;
    private static final int SEGMENT = 64 * 1024;

    private final MasterKey master;
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<TenantId, StreamingAead> known = new ConcurrentHashMap<>();

    DataKeys(MasterKey master, TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.master = master;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    StreamingAead of(TenantId tenant) {
        var cipher = known.get(tenant);
        if (cipher == null) {
            // In a transaction of its own: a key that encrypted something must not vanish with somebody's rollback.
            var found = new AtomicReference<StreamingAead>();
            transactions.apart(Caller.system(tenant), () -> found.set(load(tenant)));
            cipher = known.computeIfAbsent(tenant, absent -> found.get());
        }
        return cipher;
    }

    private StreamingAead load(TenantId tenant) {
        try {
            var fresh = new byte[BYTES];
            random.nextBytes(fresh);
            jdbc.sql("INSERT INTO tenant_key VALUES (:tenant, :wrapped, :now) ON CONFLICT DO NOTHING")
                    .param("tenant", tenant.value())
                    .param("wrapped", master.wrap(tenant, fresh))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            var wrapped = jdbc.sql("SELECT wrapped FROM tenant_key WHERE tenant_id = :tenant")
                    .param("tenant", tenant.value())
                    .query(byte[].class)
                    .single();
            return new AesGcmHkdfStreaming(master.unwrap(tenant, wrapped), "HmacSha256", BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw MillwrightException.internal(
                    "data-key-unusable",
                    "The data key of \"%s\" cannot be opened with this installation's master key.".formatted(tenant),
                    e);
        }
    }
}
