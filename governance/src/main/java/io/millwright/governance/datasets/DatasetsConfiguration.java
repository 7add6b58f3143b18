package io.millwright.governance.datasets;

import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.internal.Limits;
import io.millwright.governance.datasets.internal.Scratch;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatasetsProperties.class)
public class DatasetsConfiguration {

    @Bean
    Datasets datasets(
            DatasetsProperties properties,
            TenantTransactions transactions,
            JdbcClient jdbc,
            ObjectStore objects,
            ObjectProvider<DatasetUses> uses,
            AuditLog audit,
            Ids ids,
            Clock clock)
            throws IOException {
        var scratch = properties.scratch() == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "millwright-tables")
                : properties.scratch();
        var limits = new Limits(
                properties.maxUpload().toBytes(),
                Scratch.ofThisProcess(scratch),
                properties.memory().toMegabytes() + "MB",
                2,
                properties.timeout());
        var stored = new DatasetObjects(objects, transactions, jdbc);
        return new DatasetCatalogue(
                transactions,
                new DatasetRows(jdbc),
                new TableIntake(limits, stored, properties.atOnce()),
                stored,
                objects,
                () -> uses.orderedStream().toList(),
                audit,
                ids,
                clock);
    }
}
