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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class JobEventsTest {

    @Autowired
    Api api;

    @Autowired
    Jobs jobs;

    @Test
    void a_stream_tells_what_happens_and_ends_with_the_job() throws Exception {
        var engineer = new Caller(new TenantId("acme"), "acme-engineer", Set.of(Role.ENGINEER), Origin.SYSTEM);
        var job = jobs.submit(
                engineer,
                new JobRequest(
                        UUID.randomUUID(),
                        "Stream",
                        JobKind.SAMPLE,
                        new TemplateRef("example", "1.0.0", "0".repeat(64)),
                        List.of(),
                        null,
                        null,
                        Map.of(),
                        1,
                        JobResources.DEFAULT,
                        JobPriority.NORMAL,
                        null));
        var client = api.as("acme-engineer");
        var path = "/tenants/acme/jobs/" + job.id();
        assertThat(client.get(path).expect(200).get("state").asString()).isEqualTo("QUEUED");
        var stream = CompletableFuture.supplyAsync(() -> client.get(path + "/events"));
        assertThat(client.post(path + ":cancel", Map.of("reason", "test"))
                        .expect(200)
                        .get("state")
                        .asString())
                .isEqualTo("CANCELLED");
        var answer = stream.get(60, TimeUnit.SECONDS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.text()).contains("event:state", "\"state\":\"CANCELLED\"");
        assertThat(client.get(path + "/logs").expect(200).get("items").size()).isPositive();
        assertThat(client.header("Accept", "text/plain").get(path + "/logs").status())
                .isEqualTo(200);
        assertThat(client.get("/tenants/acme/jobs?state=cancelled&kind=sample&limit=1")
                        .expect(200)
                        .get("items")
                        .size())
                .isEqualTo(1);
    }
}
