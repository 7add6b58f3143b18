package io.millwright.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.Jobs;
import io.millwright.broker.TemplateRef;
import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.Api.Answer;
import io.millwright.portal.testing.Api.Client;
import io.millwright.portal.testing.IdentityProviderServer;
import io.millwright.portal.testing.PortalTest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PortalTest
class IsolationTest {

    private static final TenantId ACME = new TenantId("acme");

    /** What would be a good request, where an empty object is none. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /api/v1/tenants", "{\"id\": \"mine\", \"name\": \"Mine\"}"),
            Map.entry("PATCH /api/v1/tenants/{tenant}", "{\"name\": \"Mine\"}"),
            Map.entry("POST …/members", "{\"user\": \"eve\", \"roles\": [\"admin\"]}"),
            Map.entry("PATCH …/members/{user}", "{\"roles\": [\"admin\"]}"),
            Map.entry("POST …/installations", "{\"template\": \"fraud-detection\", \"consent\": []}"),
            Map.entry("POST …/installations/{installation}:upgrade", "{\"version\": \"9.9.9\", \"consent\": []}"),
            Map.entry("POST …/installations/{installation}:rollback", "{\"version\": \"0.0.1\", \"consent\": []}"),
            Map.entry(
                    "POST …/projects",
                    "{\"name\": \"Mine\", \"installation\": \"0198c0de-0000-7000-8000-000000000001\"}"),
            Map.entry("POST …/jobs", "{\"project\": \"0198c0de-0000-7000-8000-000000000002\", \"kind\": \"sample\"}"),
            Map.entry("POST …/models/{model}/versions/{version}:reject", "{\"reason\": \"because\"}"),
            Map.entry("POST …/audit/exports", "{\"from\": \"2026-01-01\", \"to\": \"2027-01-01\"}"),
            Map.entry("POST /api/v1/audit/exports", "{\"from\": \"2026-01-01\", \"to\": \"2027-01-01\"}"));

    @Autowired
    Api api;

    @Autowired
    IdentityProviderServer provider;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Members members;

    @Autowired
    Jobs jobs;

    private static Map<String, String> acmes = Map.of();

    @BeforeEach
    void thingsOfAcme() {
        if (!acmes.isEmpty()) {
            return;
        }
        var engineer = new Caller(ACME, "acme-engineer", Set.of(Role.ENGINEER), Origin.SYSTEM);
        var job = jobs.submit(
                engineer,
                new JobRequest(
                        UUID.randomUUID(),
                        "Secret project",
                        JobKind.SAMPLE,
                        new TemplateRef("secret-template", "1.0.0", "0".repeat(64)),
                        List.of(),
                        null,
                        null,
                        Map.of(),
                        1,
                        JobResources.DEFAULT,
                        JobPriority.NORMAL,
                        null));
        var uploaded = api.as("acme-engineer")
                .upload("/tenants/acme/datasets", "name", "Secret dataset", "file", "amount,fraud\n1.5,0\n2.5,1\n");
        var dataset = uploaded.expect(201).get("id").asString();
        var known = Map.of(
                "tenant",
                "acme",
                "job",
                job.id().toString(),
                "dataset",
                dataset,
                "installation",
                UUID.randomUUID().toString(),
                "project",
                UUID.randomUUID().toString(),
                "model",
                UUID.randomUUID().toString(),
                "version",
                "1",
                "user",
                "acme-engineer",
                "template",
                "fraud-detection",
                "index",
                "0");
        acmes = with(known, "row", "0");
        var acmeAdmin = new Caller(ACME, "system", Set.of(Role.ADMIN), Origin.SYSTEM);
        members.add(acmeAdmin, "acme-viewer", "Vic Viewer", "", Set.of(Role.VIEWER));
        var globexAdmin = new Caller(new TenantId("globex"), "system", Set.of(Role.ADMIN), Origin.SYSTEM);
        members.add(globexAdmin, "globex-everything", "Eve", "", Role.ofTenants());
    }

    @Test
    void there_is_something_to_walk() {
        assertThat(Endpoint.all(mappings)).hasSizeGreaterThan(50);
        assertThat(mappings.getHandlerMethods().keySet().stream()
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .filter(pattern -> !pattern.startsWith("/api/v1/")))
                .as("paths outside the walk: each needs a reason to stand here")
                .containsOnly("/api", "/api/**", "/api/openapi.json", "/api/openapi.json.yaml", "/error");
        for (var own : List.of("/jobs/" + acmes.get("job"), "/datasets/" + acmes.get("dataset"))) {
            api.as("acme-viewer").get("/tenants/acme" + own).expect(200);
        }
    }

    @Test
    void nobody_gets_anything() {
        walk(endpoint -> !endpoint.pattern().equals("/api/v1/info"), (soft, endpoint) -> {
            var answer = send(api.nobody(), endpoint, acmes);
            problem(soft, endpoint, answer, 401);
            soft.assertThat(answer.code()).as("%s", endpoint).isEqualTo("token-missing");
        });
    }

    @Test
    void a_forged_token_opens_nothing() {
        var forger = api.with(provider.forged("acme-admin"));
        walk(
                endpoint -> !endpoint.pattern().equals("/api/v1/info"),
                (soft, endpoint) -> problem(soft, endpoint, send(forger, endpoint, acmes), 401));
    }

    @Test
    void another_tenants_people_cannot_tell_whether_the_tenant_exists() {
        var stranger = api.as("globex-everything");
        var nowhere = with(acmes, "tenant", "no-such-tenant");
        walk(Endpoint::isTenantOwned, (soft, endpoint) -> {
            var answer = send(stranger, endpoint, acmes);
            problem(soft, endpoint, answer, 404);
            soft.assertThat(answer.code()).as("%s", endpoint).isEqualTo("tenant-not-found");
            soft.assertThat(answer.text().replace("acme", "no-such-tenant"))
                    .as("%s", endpoint)
                    .isEqualTo(send(stranger, endpoint, nowhere).text().replace("acme", "no-such-tenant"));
        });
    }

    @Test
    void an_operator_is_a_stranger_in_every_tenant() {
        walk(
                Endpoint::isTenantOwned,
                (soft, endpoint) -> problem(soft, endpoint, send(api.as("operator"), endpoint, acmes), 404));
    }

    @Test
    void identities_of_another_tenant_are_not_there() {
        var stranger = api.as("globex-everything");
        walk(
                endpoint -> endpoint.isTenantOwned() && endpoint.hasIdentity(),
                (soft, endpoint) ->
                        problem(soft, endpoint, send(stranger, endpoint, with(acmes, "tenant", "globex")), 404));
    }

    @Test
    void forged_identities_are_not_there() {
        var stranger = api.as("globex-everything");
        for (var forged : List.of(UUID.randomUUID().toString(), "1", "' OR '1'='1", "null")) {
            var values = new HashMap<>(with(acmes, "tenant", "globex"));
            List.of("job", "dataset", "installation", "project", "model").forEach(name -> values.put(name, forged));
            walk(
                    endpoint -> endpoint.isTenantOwned() && endpoint.hasIdentity(),
                    (soft, endpoint) -> problem(soft, endpoint, send(stranger, endpoint, values), 404));
        }
    }

    @Test
    void who_may_only_read_changes_nothing() {
        var viewer = api.as("acme-viewer");
        var before = changes();
        walk(endpoint -> endpoint.isTenantOwned() && endpoint.writes(), (soft, endpoint) -> {
            var answer = send(viewer, endpoint, acmes);
            soft.assertThat(answer.status())
                    .as("%s: %s", endpoint, answer.text())
                    .isIn(403, 404);
        });
        assertThat(changes()).isEqualTo(before);
        assertThat(viewer.get("/tenants/acme/audit").status()).isEqualTo(403);
    }

    @Test
    void what_operators_do_is_refused_to_a_tenants_administrator() {
        walk(
                Endpoint::isOperators,
                (soft, endpoint) -> problem(soft, endpoint, send(api.as("acme-admin"), endpoint, acmes), 403));
    }

    private void walk(Predicate<Endpoint> which, Check check) {
        var endpoints = Endpoint.all(mappings).stream().filter(which).toList();
        assertThat(endpoints).isNotEmpty();
        var soft = new SoftAssertions();
        endpoints.forEach(endpoint -> check.check(soft, endpoint));
        soft.assertAll();
    }

    private static void problem(SoftAssertions soft, Endpoint endpoint, Answer answer, int status) {
        soft.assertThat(answer.status()).as("%s: %s", endpoint, answer.text()).isEqualTo(status);
        soft.assertThat(answer.header("Content-Type")).as("%s", endpoint).isEqualTo("application/problem+json");
        soft.assertThat(answer.text()).as("%s", endpoint).doesNotContain("Secret", "secret-template", "Exception");
    }

    private static Answer send(Client client, Endpoint endpoint, Map<String, String> values) {
        var path = endpoint.path(values);
        if (endpoint.method().equals("POST") && endpoint.pattern().matches(".*/datasets(/\\{dataset}/versions)?")) {
            return client.upload(path, "file", "a,b\n1,2\n");
        }
        if (!endpoint.writes() || endpoint.method().equals("DELETE")) {
            return client.send(endpoint.method(), path, null, null);
        }
        var key = endpoint.toString().replace("/api/v1/tenants/{tenant}/", "…/");
        return client.json(endpoint.method(), path, BODIES.getOrDefault(key, "{}"));
    }

    /** How many changes acme's audit log has on record. */
    private long changes() {
        return api.as("acme-auditor")
                .get("/tenants/acme/audit?limit=200")
                .expect(200)
                .get("items")
                .valueStream()
                .map(entry -> entry.get("action").asString())
                .filter(action -> !Set.of("access.refused", "session.started").contains(action))
                .count();
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        var changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    private interface Check {
        void check(SoftAssertions soft, Endpoint endpoint);
    }
}
