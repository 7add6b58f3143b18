package io.millwright.plugins.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.test.FakeCatalogue;
import io.millwright.plugins.host.test.PluginHostTestConfiguration;
import io.millwright.plugins.host.test.RecordedAudit;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import io.millwright.tenancy.Tenants;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two tenants on a real database; each test gets two new ones. */
@SpringBootTest(classes = PluginHostTestConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class HostTest {

    static final Set<Right> CHURN_RIGHTS = Set.of(Right.PERSONAL_DATA, Right.NATIVE_ENGINE);

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    Installations installations;

    @Autowired
    Projects projects;

    @Autowired
    ProjectJobs projectJobs;

    @Autowired
    RecordedAudit audit;

    @Autowired
    FakeCatalogue catalogue;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    private Tenants tenants;

    Caller admin;
    Caller engineer;
    Caller viewer;
    Caller stranger;

    @BeforeEach
    void newTenants() {
        var operator = new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);
        var ours = new TenantId("ours-" + NEXT.incrementAndGet());
        var theirs = new TenantId("theirs-" + NEXT.get());
        tenants.create(operator, ours, "Ours", "ann");
        tenants.create(operator, theirs, "Theirs", "tom");
        admin = new Caller(ours, "ann", Set.of(Role.ADMIN), Origin.SYSTEM);
        engineer = new Caller(ours, "eve", Set.of(Role.ENGINEER), Origin.SYSTEM);
        viewer = new Caller(ours, "val", Set.of(Role.VIEWER), Origin.SYSTEM);
        stranger = new Caller(theirs, "tom", Set.of(Role.ADMIN), Origin.SYSTEM);
        audit.clear();
        catalogue.requests.clear();
    }

    Installation churn() {
        return installations.install(admin, "churn", "1.0.0", CHURN_RIGHTS);
    }

    Project project(Map<String, String> options) {
        var installed = installations.find(admin, "churn").orElseGet(this::churn);
        return projects.create(engineer, "Leavers", installed.id(), options);
    }

    static void assertRefused(String code, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MillwrightException.class, refusal -> {
            org.assertj.core.api.Assertions.assertThat(refusal.code()).isEqualTo(code);
            org.assertj.core.api.Assertions.assertThat(refusal.sentence()).contains(words);
            org.assertj.core.api.Assertions.assertThat(refusal.remedy()).isNotBlank();
        });
    }
}
