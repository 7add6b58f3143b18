package io.millwright.governance;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import io.millwright.tenancy.Tenants;
import io.millwright.tenancy.test.TenancyTestConfiguration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Governance on a real database; each test has two tenants of its own. */
@SpringBootTest(classes = {TenancyTestConfiguration.class, GovernanceConfiguration.class})
public abstract class GovernanceTest {

    protected static final Caller OPERATOR =
            new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    protected Tenants tenants;

    @Autowired
    protected TenantTransactions transactions;

    @Autowired
    protected JdbcClient sql;

    protected TenantId tenant;
    protected TenantId other;

    @BeforeEach
    void twoTenants() {
        var number = COUNTER.incrementAndGet();
        tenant = new TenantId("one" + number);
        other = new TenantId("two" + number);
        tenants.create(OPERATOR, tenant, "One", "ann");
        tenants.create(OPERATOR, other, "Two", "bob");
    }

    protected Caller as(String user, Role... roles) {
        return new Caller(tenant, user, Set.of(roles), new Origin(Origin.Channel.API, "192.0.2.7"));
    }

    protected Caller inOther(Role... roles) {
        return new Caller(other, "bob", Set.of(roles), Origin.SYSTEM);
    }
}
