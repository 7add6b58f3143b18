package io.millwright.broker.internal;

import io.millwright.governance.datasets.DatasetUses;
import io.millwright.tenancy.SchemaModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal's side and the broker's process have in common: the tables and the one place that changes states. */
@Configuration(proxyBeanMethods = false)
public class JobTables {

    @Bean
    SchemaModule brokerSchema() {
        return new SchemaModule("broker", 30);
    }

    @Bean
    Channels jobChannels(JdbcClient jdbc) {
        return new Channels(jdbc);
    }

    @Bean
    JobChanges jobChanges(JdbcClient jdbc, Channels channels) {
        return new JobChanges(jdbc, channels);
    }

    @Bean
    Checkpoints jobCheckpoints(JdbcClient jdbc) {
        return new Checkpoints(jdbc);
    }

    @Bean
    Outputs jobOutputs(JdbcClient jdbc) {
        return new Outputs(jdbc);
    }

    @Bean
    DatasetUses jobsUsingDatasets(JdbcClient jdbc) {
        return new JobsUsingDatasets(jdbc);
    }
}
