package io.millwright.broker;

import io.millwright.broker.internal.Channels;
import io.millwright.broker.internal.DatabaseJobFeed;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.JobEvents;
import io.millwright.broker.internal.JobInserts;
import io.millwright.broker.internal.JobReads;
import io.millwright.broker.internal.JobService;
import io.millwright.broker.internal.JobTables;
import io.millwright.broker.internal.Listening;
import io.millwright.broker.internal.SqlClusterView;
import io.millwright.broker.internal.SqlUsage;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.OperatorReads;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What portal and plugin host import beside tenancy and governance: {@link Jobs}, {@link JobFeed}, {@link ClusterView}; no
 * scheduler, no gateway.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Tariff.class)
@Import(JobTables.class)
public class BrokerClientConfiguration {

    @Bean
    Jobs jobs(
            TenantTransactions transactions,
            JdbcClient jdbc,
            Ids ids,
            Datasets datasets,
            Models models,
            Tariff tariff,
            Clock clock,
            JobChanges changes,
            Channels channels,
            AuditLog audit) {
        return new JobService(
                transactions,
                new JobInserts(jdbc, ids, datasets, models),
                new JobReads(jdbc, tariff, clock),
                new JobEvents(jdbc),
                changes,
                channels,
                audit);
    }

    @Bean
    DatabaseJobFeed jobFeed() {
        return new DatabaseJobFeed();
    }

    @Bean
    Listening jobNews(DatabaseProperties database, DatabaseJobFeed feed) {
        return new Listening(database, Channels.NEWS, feed::heard, feed::resync);
    }

    @Bean
    Usage usage(TenantTransactions transactions, OperatorReads operators, JdbcClient jdbc, Tariff tariff) {
        return new SqlUsage(transactions, operators, jdbc, tariff);
    }

    @Bean
    ClusterView clusterView(OperatorReads operators, JdbcClient jdbc) {
        return new SqlClusterView(operators, jdbc);
    }
}
