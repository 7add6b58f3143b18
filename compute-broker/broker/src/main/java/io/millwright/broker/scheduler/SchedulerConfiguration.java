package io.millwright.broker.scheduler;

import io.millwright.broker.internal.Channels;
import io.millwright.broker.internal.Checkpoints;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.Listening;
import io.millwright.broker.internal.LostAttempts;
import io.millwright.broker.internal.Outputs;
import io.millwright.broker.internal.TrialChanges;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.DatasetObjects;
import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scheduler, for the broker's process; the application brings {@link ClusterConnection} and {@link LostCluster}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Timing.class)
public class SchedulerConfiguration {

    @Bean
    LostAttempts lostAttempts(JdbcClient jdbc, JobChanges changes, AuditLog audit, Timing timing) {
        return new LostAttempts(jdbc, changes, audit, timing.retry());
    }

    @Bean
    TrialChanges trialChanges(JdbcClient jdbc, Channels channels, Timing timing) {
        return new TrialChanges(jdbc, channels, timing.retry());
    }

    @Bean
    Placements placements(
            ClusterConnection cluster,
            @Value("${millwright.broker.gateway-url}") URI gateway,
            TenantTransactions transactions,
            JdbcClient jdbc,
            JobChanges changes,
            TrialChanges trials,
            LostAttempts lost) {
        return new Placements(cluster, gateway, transactions, jdbc, changes, trials, lost);
    }

    @Bean
    ClusterWatch clusterWatch(
            ClusterConnection cluster,
            TenantTransactions transactions,
            JdbcClient jdbc,
            JobChanges changes,
            TrialChanges trials,
            LostAttempts lost,
            Placements placements,
            LostCluster lostCluster,
            Timing timing) {
        return new ClusterWatch(
                cluster,
                new Reconciliation(transactions, jdbc, changes, trials, lost, placements, timing),
                new ClusterReports(transactions, jdbc),
                lostCluster,
                timing);
    }

    @Bean
    QueueLoop queueLoop(
            ClusterConnection cluster,
            ClusterWatch watch,
            Placements placements,
            TenantTransactions transactions,
            JdbcClient jdbc,
            JobChanges changes,
            Channels channels,
            AuditLog audit,
            Timing timing) {
        var loop = new QueueLoop(
                new Claims(transactions, jdbc, changes),
                new TrialClaims(transactions, jdbc),
                new Endings(transactions, jdbc, changes, audit, placements, timing),
                new Waits(transactions, jdbc, channels),
                placements,
                watch,
                cluster.name(),
                transactions,
                jdbc,
                timing);
        watch.onChange(loop::look);
        return loop;
    }

    @Bean
    Sweeper sweeper(
            TenantTransactions transactions,
            Checkpoints checkpoints,
            Outputs outputs,
            ObjectStore objects,
            DatasetObjects shared,
            Timing timing) {
        return new Sweeper(transactions, checkpoints, outputs, objects, shared, timing.idle());
    }

    @Bean
    Listening jobWork(DatabaseProperties database, QueueLoop loop) {
        return new Listening(database, Channels.WORK, loop::heard, loop::look);
    }
}
