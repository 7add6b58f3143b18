package io.millwright.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.PortalTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ConventionsTest {

    @Autowired
    Api api;

    @Test
    void anybody_learns_where_to_get_a_token() {
        var info = api.nobody().get("/info").expect(200);
        assertThat(info.get("issuer").asString()).endsWith("/realm");
        assertThat(info.get("demo").asBoolean()).isTrue();
        assertThat(info.get("cliClientId").asString()).isEqualTo("millwright-cli");
    }

    @Test
    void people_see_who_they_are_and_where() {
        var engineer = api.as("acme-engineer").get("/me").expect(200);
        assertThat(engineer.get("user").asString()).isEqualTo("acme-engineer");
        assertThat(engineer.get("memberships").get(0).get("tenant").asString()).isEqualTo("acme");
        assertThat(engineer.get("memberships").get(0).get("roles").get(0).asString())
                .isEqualTo("engineer");
        assertThat(engineer.get("platformRoles").size()).isZero();
        var operator = api.as("operator").get("/me").expect(200);
        assertThat(operator.get("platformRoles").get(0).asString()).isEqualTo("operator");
    }

    @Test
    void paths_that_are_none_are_problems_and_not_pages() {
        var answer = api.as("acme-engineer").get("/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("path-not-found");
        assertThat(answer.body().get("remedy").asString()).isNotBlank();
        assertThat(api.as("acme-engineer").get("/tenants/acme/deployments").code())
                .isEqualTo("path-not-found");
    }

    @Test
    void methods_that_a_path_does_not_take_are_named() {
        var answer = api.as("acme-engineer").json("PUT", "/me", Map.of());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    void unknown_fields_are_refused_with_a_sentence() {
        var answer = api.as("operator").post("/tenants", Map.of("id", "initech", "nmae", "Initech"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("field-unknown");
        assertThat(answer.body().get("detail").asString()).contains("nmae");
        assertThat(answer.body().get("remedy").asString()).contains("admin, id, name");
    }

    @Test
    void malformed_json_says_where() {
        var answer = api.as("operator").post("/tenants", "{\"id\": \n oops}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("json-malformed");
        assertThat(answer.body().get("detail").asString()).contains("line 2");
    }

    @Test
    void wrong_types_name_the_field() {
        var answer = api.as("acme-admin").post("/tenants/acme/members", Map.of("user", "x", "roles", "engineer"));
        assertThat(answer.code()).isEqualTo("field-wrong-type");
        assertThat(answer.body().get("detail").asString()).isEqualTo("The field \"roles\" must be a list.");
    }

    @Test
    void missing_bodies_and_fields_are_named() {
        assertThat(api.as("operator").post("/tenants", "").code()).isEqualTo("body-missing");
        assertThat(api.as("operator")
                        .post("/tenants", Map.of("id", "initech"))
                        .body()
                        .get("detail")
                        .asString())
                .contains("\"name\"");
    }

    @Test
    void bodies_that_are_too_large_or_no_json_are_refused() {
        var large = "{\"id\": \"" + "x".repeat(2 << 20) + "\"}";
        var answer = api.as("operator").post("/tenants", large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
        var wrong = api.as("operator").send("POST", "/tenants", "text/plain", "hello");
        assertThat(wrong.status()).isEqualTo(415);
        assertThat(wrong.code()).isEqualTo("body-type-unknown");
    }

    @Test
    void identities_that_cannot_be_are_not_there() {
        var answer = api.as("acme-engineer").get("/tenants/acme/jobs/not-an-id");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("job-not-found");
    }

    @Test
    void pages_follow_each_other() {
        var admin = api.as("acme-admin");
        var first = admin.get("/tenants/acme/members?limit=2").expect(200);
        assertThat(first.get("items").size()).isEqualTo(2);
        var second = admin.get("/tenants/acme/members?limit=2&after="
                        + first.get("next").asString())
                .expect(200);
        assertThat(second.get("items").size()).isEqualTo(2);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(admin.get("/tenants/acme/members?limit=0").code()).isEqualTo("limit-invalid");
        assertThat(admin.get("/tenants/acme/members?limit=many").code()).isEqualTo("limit-invalid");
        assertThat(admin.get("/tenants/acme/members?after=gone").code()).isEqualTo("cursor-unknown");
    }

    @Test
    void the_openapi_document_describes_every_operation() {
        var document = api.nobody().get("/api/openapi.json").expect(200);
        assertThat(document.get("paths").propertyStream().count()).isGreaterThan(40);
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> assertThat(
                                operation.getValue().path("summary").asString(""))
                        .as(operation.getKey() + " " + path.getKey())
                        .isNotBlank()));
        assertThat(document.at("/paths/~1api~1v1~1tenants~1{tenant}~1jobs/post/parameters")
                        .toString())
                .contains("Idempotency-Key")
                .doesNotContain("caller");
    }
}
