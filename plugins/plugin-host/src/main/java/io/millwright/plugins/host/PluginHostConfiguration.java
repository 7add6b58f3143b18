package io.millwright.plugins.host;

import io.millwright.broker.Jobs;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.internal.EngineFolder;
import io.millwright.plugins.host.internal.InstallationRows;
import io.millwright.plugins.host.internal.InstallationService;
import io.millwright.plugins.host.internal.JobOptions;
import io.millwright.plugins.host.internal.ProjectJobService;
import io.millwright.plugins.host.internal.ProjectRows;
import io.millwright.plugins.host.internal.ProjectService;
import io.millwright.plugins.host.internal.TemplateFolder;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.SchemaModule;
import io.millwright.tenancy.TenantTransactions;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything of the plugin host; imported by the portal beside tenancy, governance and the broker's client. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TemplateProperties.class, EngineProperties.class})
public class PluginHostConfiguration {

    @Bean
    SchemaModule pluginsSchema() {
        return new SchemaModule("plugins", 40);
    }

    /** Read once, before the first request: what lies in the folders later is found at the next start. */
    @Bean
    Marketplace marketplace(TemplateProperties templates, EngineProperties engines, ObjectStore objects)
            throws IOException {
        return new TemplateFolder(templates, objects).read(new EngineFolder(engines).read());
    }

    @Bean
    InstallationRows installationRows(JdbcClient jdbc) {
        return new InstallationRows(jdbc);
    }

    @Bean
    ProjectRows projectRows(JdbcClient jdbc) {
        return new ProjectRows(jdbc);
    }

    @Bean
    Installations installations(
            TenantTransactions transactions,
            Marketplace marketplace,
            InstallationRows rows,
            ProjectRows projects,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        return new InstallationService(transactions, marketplace, rows, projects, audit, ids, clock);
    }

    @Bean
    Projects projects(
            TenantTransactions transactions,
            InstallationRows installations,
            ProjectRows rows,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        return new ProjectService(transactions, installations, rows, audit, ids, clock);
    }

    @Bean
    ProjectJobs projectJobs(
            TenantTransactions transactions,
            InstallationRows installations,
            ProjectRows projects,
            Datasets datasets,
            Models models,
            Jobs jobs,
            Marketplace marketplace) {
        return new ProjectJobService(
                transactions, installations, projects, new JobOptions(), datasets, models, jobs, marketplace);
    }
}
