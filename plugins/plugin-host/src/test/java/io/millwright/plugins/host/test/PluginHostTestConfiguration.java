package io.millwright.plugins.host.test;

import io.millwright.broker.Jobs;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.PluginHostConfiguration;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.test.TenancyTestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The plugin host on a real database, with a marketplace, datasets, models and jobs of a few lines. */
@Configuration(proxyBeanMethods = false)
@Import({TenancyTestConfiguration.class, PluginHostConfiguration.class})
public class PluginHostTestConfiguration {

    @Bean
    ChangeRecorder recorder() {
        return (caller, change) -> {};
    }

    @Bean
    RecordedAudit audit() {
        return new RecordedAudit();
    }

    @Bean
    FakeCatalogue catalogue() {
        return new FakeCatalogue();
    }

    @Bean
    @Primary
    Marketplace fakeMarketplace() {
        return new FakeMarketplace();
    }

    @Bean
    Datasets datasets(FakeCatalogue catalogue) {
        return Partial.of(Datasets.class, catalogue);
    }

    @Bean
    Models models(FakeCatalogue catalogue) {
        return Partial.of(Models.class, catalogue);
    }

    @Bean
    Jobs jobs(FakeCatalogue catalogue) {
        return Partial.of(Jobs.class, new FakeCatalogue.JobsOnly(catalogue));
    }
}
