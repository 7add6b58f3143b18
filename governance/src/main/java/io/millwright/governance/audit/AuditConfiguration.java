package io.millwright.governance.audit;

import io.millwright.tenancy.TenantTransactions;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. The log is also where tenancy records its changes. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    TransactionalAuditLog auditLog(
            JdbcClient jdbc, TenantTransactions transactions, EntityManagerFactory entities, Clock clock) {
        return new TransactionalAuditLog(new EntryWriter(jdbc, clock), transactions, entities);
    }

    @Bean
    AuditTrail auditTrail(TenantTransactions transactions, JdbcClient jdbc) {
        return new StoredAuditTrail(transactions, jdbc);
    }

    @Bean
    AuditExports auditExports(TenantTransactions transactions, JdbcClient jdbc, AuditLog log) {
        return new ZippedAuditExports(transactions, jdbc, log);
    }
}
