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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatasetsProperties.class)
public class DatasetsConfiguration {

    @Bean
    DatasetObjects datasetObjects(
            ObjectStore objects, TenantTransactions transactions, JdbcClient jdbc, ObjectProvider<ObjectUses> uses) {
        return new DatasetObjects(
                objects, transactions, jdbc, () -> uses.orderedStream().toList());
    }

    @Bean
    Datasets datasets(
            DatasetsProperties properties,
            @Value("${millwright.home:}") String home,
            TenantTransactions transactions,
            JdbcClient jdbc,
            ObjectStore objects,
            DatasetObjects stored,
            ObjectProvider<DatasetUses> uses,
            AuditLog audit,
            Ids ids,
            Clock clock)
            throws IOException {
        var limits = new Limits(
                properties.maxUpload().toBytes(),
                Scratch.ofThisProcess(scratch(properties, home)),
                properties.memory().toMegabytes() + "MB",
                2,
                properties.timeout());
        var rows = new DatasetRows(jdbc);
        var intake = new TableIntake(limits, stored, properties.atOnce());
        return new DatasetCatalogue(
                transactions,
                rows,
                intake,
                stored,
                new DatasetContents(intake, objects),
                new DatasetRemoval(
                        transactions, rows, stored, () -> uses.orderedStream().toList(), audit, clock),
                audit,
                ids,
                clock);
    }

    private static Path scratch(DatasetsProperties properties, String home) {
        if (properties.scratch() != null) {
            return properties.scratch();
        }
        return home.isBlank()
                ? Path.of(System.getProperty("java.io.tmpdir"), "millwright-tables")
                : Path.of(home, "cache", "tables");
    }
}
