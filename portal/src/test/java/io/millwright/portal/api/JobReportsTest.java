package io.millwright.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.Jobs;
import io.millwright.broker.TemplateRef;
import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.PortalTest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class JobReportsTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final String REPORT =
            "{\"headline\":\"Two rows.\",\"charts\":[{\"type\":\"bars\",\"name\":\"b\",\"at\":1.50}]}";

    @Autowired
    Api api;

    @Autowired
    Jobs jobs;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    JdbcClient sql;

    @Test
    void what_a_scoring_says_is_given_to_its_tenant_alone() {
        var id = job();
        var path = "/tenants/acme/jobs/" + id + "/report";
        var engineer = api.as("acme-engineer");
        engineer.get(path).expect(404);

        transactions.run(ACME, () -> sql.sql("INSERT INTO job_report (job_id, tenant_id, json) VALUES (?, 'acme', ?)")
                .param(id)
                .param(REPORT)
                .update());

        var report = engineer.get(path).expect(200);
        assertThat(report.get("headline").asString()).isEqualTo("Two rows.");
        assertThat(report.get("charts").get(0).get("name").asString()).isEqualTo("b");
        api.as("globex-engineer").get("/tenants/globex/jobs/" + id + "/report").expect(404);
    }

    private UUID job() {
        var engineer = new Caller(ACME, "acme-engineer", Set.of(Role.ENGINEER), Origin.SYSTEM);
        return jobs.submit(
                        engineer,
                        new JobRequest(
                                UUID.randomUUID(),
                                "Report",
                                JobKind.SAMPLE,
                                new TemplateRef("example", "1.0.0", "0".repeat(64)),
                                List.of(),
                                null,
                                null,
                                Map.of(),
                                1,
                                JobResources.DEFAULT,
                                JobPriority.NORMAL,
                                null))
                .id();
    }
}
