package io.millwright.governance.models;

import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.Datasets;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class ModelsConfiguration {

    @Bean
    Models models(
            TenantTransactions transactions,
            JdbcClient jdbc,
            Datasets datasets,
            ObjectStore objects,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        var rows = new ModelRows(jdbc);
        return new ModelRegistry(
                transactions, rows, new Review(transactions, rows, audit, clock), datasets, objects, audit, ids, clock);
    }
}
