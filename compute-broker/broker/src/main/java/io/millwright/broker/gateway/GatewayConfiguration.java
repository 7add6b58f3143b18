package io.millwright.broker.gateway;

import io.millwright.broker.internal.Channels;
import io.millwright.broker.internal.Checkpoints;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LostAttempts;
import io.millwright.broker.internal.Outputs;
import io.millwright.broker.internal.TrialChanges;
import io.millwright.governance.audit.AuditLog;
import io.millwright.governance.datasets.DatasetObjects;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantTransactions;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gateway, for the broker's process. */
@Configuration(proxyBeanMethods = false)
public class GatewayConfiguration {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(3);

    @Bean
    GatewayController gatewayController(
            TenantTransactions transactions,
            JdbcClient jdbc,
            JdbcTemplate batches,
            JobChanges changes,
            Channels channels,
            LostAttempts lost,
            Checkpoints saved,
            TrialChanges trialChanges,
            AuditLog audit,
            ObjectStore objects,
            Outputs made,
            DatasetObjects shared,
            Datasets datasets,
            Models models,
            @Value("${millwright.engines.folder}") Path enginesFolder,
            @Value("${millwright.broker.timing.heartbeat:2s}") Duration heartbeat) {
        var engines = new EnginePacks(enginesFolder);
        var outputs = new OutputIntake(transactions, made, changes, objects, shared);
        var liveness = new Liveness(transactions, jdbc, SIGN_OF_LIFE);
        var checkpoints = new CheckpointIntake(transactions, saved, changes, objects);
        var outcomes = new Outcomes(outputs, objects, datasets, models, changes, liveness);
        return new GatewayController(
                new AttemptGate(transactions, jdbc, audit),
                new SpecWriter(datasets, models, engines, checkpoints, heartbeat),
                engines,
                new EventIntake(transactions, jdbc, batches, changes, trialChanges, channels),
                outputs,
                new ResultIntake(transactions, changes, trialChanges, lost, outcomes, audit),
                checkpoints,
                new TrialIntake(transactions, changes, trialChanges),
                liveness,
                objects,
                datasets,
                models);
    }
}
