package io.millwright.portal.ui.world;

import io.millwright.broker.ClusterView;
import io.millwright.broker.Tariff;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Marketplace;
import io.millwright.portal.accounts.Accounts;
import io.millwright.portal.accounts.NewMembers;
import io.millwright.portal.security.SignedIn;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.Tenants;
import java.math.BigDecimal;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The services of the world in memory, in place of the real ones. */
@TestConfiguration(proxyBeanMethods = false)
@Import({SignedIn.class, NewMembers.class})
public class WorldConfiguration {

    @Bean
    World world() {
        var world = new World();
        Stories.week(world);
        return world;
    }

    @Bean
    Members members(World world) {
        return new FakeMembers(world);
    }

    @Bean
    Tenants tenants(World world) {
        return new FakeTenants(world);
    }

    @Bean
    Accounts accounts() {
        return new FakeAccounts();
    }

    @Bean
    FakeJobs jobs(World world) {
        return new FakeJobs(world);
    }

    @Bean
    Tariff tariff() {
        return new Tariff(new BigDecimal("0.04"), new BigDecimal("1.80"), new BigDecimal("0.005"), "EUR");
    }

    @Bean
    ClusterView cluster(World world) {
        return new FakeCluster(world);
    }

    @Bean
    Datasets datasets(World world) {
        return new FakeDatasets(world);
    }

    @Bean
    Models models(World world) {
        return new FakeModels(world);
    }

    @Bean
    Marketplace marketplace(World world) {
        return new FakeHost.Shop(world);
    }

    @Bean
    Installations installations(World world) {
        return new FakeHost.Installed(world);
    }

    @Bean
    FakeProjects projects(World world) {
        return new FakeProjects(world);
    }

    @Bean
    FakeAudit audit(World world) {
        return new FakeAudit(world);
    }
}
