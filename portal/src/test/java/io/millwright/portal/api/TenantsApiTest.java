package io.millwright.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.PortalTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class TenantsApiTest {

    @Autowired
    Api api;

    @Test
    void an_operator_creates_renames_suspends_and_resumes_a_tenant() {
        var operator = api.as("operator");
        var id = "t" + UUID.randomUUID().toString().substring(0, 8);
        var created = operator.post("/tenants", Map.of("id", id, "name", "Initech", "admin", "peter"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/tenants/" + id);
        assertThat(operator.json("PATCH", "/tenants/" + id, Map.of("name", "Initech Ltd"))
                        .expect(200)
                        .get("name")
                        .asString())
                .isEqualTo("Initech Ltd");
        var peter = api.as("peter");
        peter.get("/tenants/" + id + "/members").expect(200);
        assertThat(operator.post("/tenants/" + id + ":suspend", Map.of("reason", "unpaid"))
                        .expect(200)
                        .get("state")
                        .asString())
                .isEqualTo("SUSPENDED");
        var refused = peter.get("/tenants/" + id + "/members");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("tenant-suspended");
        operator.send("POST", "/tenants/" + id + ":resume", null, null).expect(200);
        peter.get("/tenants/" + id + "/members").expect(200);
        assertThat(peter.get("/tenants/" + id).expect(200).get("name").asString())
                .isEqualTo("Initech Ltd");
    }

    @Test
    void others_than_operators_do_none_of_it() {
        var admin = api.as("acme-admin");
        assertThat(admin.get("/tenants").status()).isEqualTo(403);
        assertThat(admin.post("/tenants", Map.of("id", "mine", "name", "Mine")).code())
                .isEqualTo("operator-required");
        assertThat(admin.send("POST", "/tenants/acme:suspend", null, null).status())
                .isEqualTo(403);
        assertThat(admin.get("/tenants/globex").code()).isEqualTo("tenant-not-found");
        assertThat(admin.get("/usage").status()).isEqualTo(403);
        assertThat(admin.get("/cluster").status()).isEqualTo(403);
        assertThat(admin.get("/audit").status()).isEqualTo(403);
        assertThat(admin.get("/tenants/platform/members").code()).isEqualTo("tenant-not-found");
    }

    @Test
    void an_operator_is_no_member_of_tenants() {
        assertThat(api.as("operator").get("/tenants/acme/datasets").code()).isEqualTo("tenant-not-found");
    }

    @Test
    void operators_see_cluster_use_and_their_own_audit_log() {
        var operator = api.as("operator");
        operator.get("/cluster").expect(200);
        operator.get("/usage").expect(200);
        assertThat(operator.get("/audit?action=tenant.created").expect(200).toString())
                .contains("\"acme\"");
        assertThat(api.as("acme-admin").get("/tenants/acme/usage").expect(200).toString())
                .contains("cpuSeconds");
    }

    @Test
    void roles_are_given_and_taken_and_the_last_administrator_stays() {
        var admin = api.as("globex-admin");
        var changed = admin.json(
                        "PATCH", "/tenants/globex/members/globex-engineer", "{\"roles\": [\"engineer\", \"auditor\"]}")
                .expect(200);
        assertThat(changed.get("roles").toString()).isEqualTo("[\"auditor\",\"engineer\"]");
        admin.json("PATCH", "/tenants/globex/members/globex-engineer", "{\"roles\": [\"ENGINEER\"]}")
                .expect(200);
        var last = admin.send("DELETE", "/tenants/globex/members/globex-admin", null, null);
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.code()).isEqualTo("last-administrator");
        assertThat(admin.json("PATCH", "/tenants/globex/members/globex-engineer", "{\"roles\": [\"king\"]}")
                        .code())
                .isEqualTo("field-invalid");
        assertThat(admin.get("/tenants/globex/members/nobody").code()).isEqualTo("member-not-found");
    }

    @Test
    void the_same_request_sent_again_gives_the_first_answer() {
        var id = "t" + UUID.randomUUID().toString().substring(0, 8);
        var body = Map.of("id", id, "name", "Once", "admin", "peter");
        var operator =
                api.as("operator").header("Idempotency-Key", UUID.randomUUID().toString());
        var first = operator.post("/tenants", body);
        var second = operator.post("/tenants", body);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.body()).isEqualTo(first.body());
        var other = operator.post("/tenants", Map.of("id", id + "x", "name", "Twice"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_failed_request_gives_its_key_up() {
        var operator =
                api.as("operator").header("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(operator.post("/tenants", Map.of("id", "acme", "name", "Again"))
                        .code())
                .isEqualTo("tenant-exists");
        var id = "t" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(operator.post("/tenants", Map.of("id", id, "name", "Now")).status())
                .isEqualTo(201);
    }
}
