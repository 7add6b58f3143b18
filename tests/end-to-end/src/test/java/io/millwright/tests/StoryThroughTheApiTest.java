package io.millwright.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From an empty tenant to an exported audit log, as a program would do it. The steps build on each other. */
@Order(1)
@ExtendWith(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryThroughTheApiTest {

    private static final String T = "/tenants/acme";

    private final World.Running world;
    private final Api admin;
    private final Api engineer;
    private String installation = "";
    private String project = "";
    private String dataset = "";
    private JsonNode trained = tools.jackson.databind.node.MissingNode.getInstance();

    StoryThroughTheApiTest(World.Running world) {
        this.world = world;
        this.admin = Api.as(world, "acme-admin");
        this.engineer = Api.as(world, "acme-engineer");
    }

    @Test
    @Order(1)
    void anybody_learns_how_to_sign_in() {
        var info = Api.nobody(world).get("/info").expect(200);
        assertThat(info.toString()).contains(world.issuer().toString(), "millwright-cli");
        Api.nobody(world).get("/me").expect(401);
        assertThat(engineer.get("/me").expect(200).toString()).contains("acme");
    }

    @Test
    @Order(2)
    void an_administrator_installs_a_template_with_consent() {
        var template = find(admin.get("/marketplace/templates").expect(200), "fraud-detection");
        var rights = template.get("rights");
        var refused = admin.post(
                T + "/installations",
                Map.of(
                        "template",
                        "fraud-detection",
                        "version",
                        template.get("version").asString(),
                        "consent",
                        List.of()));
        assertThat(refused.status())
                .as("rights not agreed to: %s", refused.text())
                .isBetween(400, 422);
        var consent = rights.valueStream()
                .map(right -> right.isObject() ? right.get("id").asString() : right.asString())
                .toList();
        var installed = admin.post(
                T + "/installations",
                Map.of(
                        "template",
                        "fraud-detection",
                        "version",
                        template.get("version").asString(),
                        "consent",
                        consent));
        installation = installed.expect(201).get("id").asString();
    }

    @Test
    @Order(3)
    void an_engineer_brings_data_from_the_template_itself() {
        project = engineer.post(
                        T + "/projects",
                        Map.of("name", "Card fraud", "installation", installation, "options", Map.of()))
                .expect(201)
                .get("id")
                .asString();
        var sample = finished(engineer.post(T + "/jobs", Map.of("project", project, "kind", "sample")));
        dataset = sample.get("result").isObject()
                ? sample.get("result").get("id").asString()
                : sample.get("result").asString();
        var profile = engineer.get(T + "/datasets/" + dataset + "/profile").expect(200);
        assertThat(profile.get("columns").size()).isGreaterThanOrEqualTo(5);
    }

    @Test
    @Order(4)
    void the_model_is_trained_on_the_cluster() {
        trained = finished(engineer.post(
                T + "/jobs", Map.of("project", project, "kind", "train", "dataset", dataset, "options", Map.of())));
        var attempt = trained.get("attempts").get(0);
        assertThat(attempt.get("backend").asString()).isEqualTo("ray");
        var version = engineer.get(version(trained)).expect(200);
        assertThat(version.get("stage").asString()).isEqualTo("DRAFT");
        assertThat(version.get("metrics").get("auc").asDouble()).isBetween(0.6, 1.0);
        assertThat(version.get("metrics").get("averagePrecision").asDouble()).isBetween(0.05, 1.0);
        assertThat(engineer.get(T + "/jobs/" + trained.get("id").asString() + "/logs")
                        .expect(200)
                        .get("items")
                        .size())
                .isPositive();
    }

    @Test
    @Order(5)
    void training_again_like_this_gives_the_same_figures() {
        var again = finished(engineer.post(
                T + "/jobs",
                Map.of(
                        "project",
                        project,
                        "kind",
                        "train",
                        "like",
                        trained.get("id").asString())));
        assertThat(engineer.get(version(again)).expect(200).get("metrics"))
                .isEqualTo(engineer.get(version(trained)).expect(200).get("metrics"));
    }

    @Test
    @Order(6)
    void the_model_scores_a_dataset_and_comes_along_as_files() throws IOException {
        var scored =
                finished(engineer.post(T + "/jobs", Map.of("project", project, "kind", "score", "dataset", dataset)));
        var result = scored.get("result").isObject()
                ? scored.get("result").get("id").asString()
                : scored.get("result").asString();
        var columns =
                engineer.get(T + "/datasets/" + result + "/profile").expect(200).toString();
        assertThat(columns).contains("score", "reason");
        assertThat(entries(engineer.bytes(version(trained) + "/artifact").body()))
                .anySatisfy(name -> assertThat(name).endsWith(".ubj"));
    }

    @Test
    @Order(7)
    void a_bad_file_gets_a_sentence_and_leaves_nothing(@org.junit.jupiter.api.io.TempDir Path folder)
            throws IOException {
        var before = engineer.get(T + "/datasets").expect(200).get("items").size();
        var ragged = Files.writeString(folder.resolve("ragged.csv"), "a,b,c\n1,2,3\n4,5\n6,7,8\n");
        var answer = engineer.upload(T + "/datasets", "ragged", ragged);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.body().get("detail").asString()).contains("3");
        assertThat(answer.body().get("remedy").asString()).isNotBlank();
        assertThat(engineer.get(T + "/datasets").expect(200).get("items").size())
                .isEqualTo(before);
    }

    @Test
    @Order(8)
    void an_auditor_exports_the_record_of_it_all() throws IOException {
        var auditor = Api.as(world, "acme-auditor");
        assertThat(engineer.get(T + "/audit").status()).isEqualTo(403);
        var actions = new HashSet<String>();
        auditor.get(T + "/audit?limit=200")
                .expect(200)
                .get("items")
                .forEach(entry -> actions.add(entry.get("action").asString()));
        assertThat(actions).contains("job.submitted");
        var export = auditor.post(
                T + "/audit/exports",
                Map.of(
                        "from",
                        "2000-01-01T00:00:00Z",
                        "to",
                        "2100-01-01T00:00:00Z",
                        "formats",
                        List.of("csv", "jsonl")));
        assertThat(export.status()).as(export.text()).isBetween(200, 201);
    }

    @Test
    @Order(9)
    void another_tenant_sees_none_of_it() {
        var stranger = Api.as(world, "globex-engineer");
        for (var path : List.of("/datasets", "/jobs", "/models", "/projects", "/datasets/" + dataset)) {
            assertThat(stranger.get(T + path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get("/tenants/globex/datasets/" + dataset).status()).isEqualTo(404);
        assertThat(stranger.get("/tenants/globex/datasets")
                        .expect(200)
                        .get("items")
                        .size())
                .isZero();
    }

    private JsonNode finished(Api.Answer submitted) {
        var id = submitted.expect(202).get("id").asString();
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> engineer.get(T + "/jobs/" + id).expect(200), StoryThroughTheApiTest::succeeded);
    }

    private static String version(JsonNode job) {
        return T + "/models/" + job.get("model").asString() + "/versions/"
                + job.get("version").asInt();
    }

    private static JsonNode find(JsonNode list, String id) {
        return list.get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + list));
    }

    private static Set<String> entries(byte[] zip) throws IOException {
        var names = new HashSet<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** Whether a job reached its good end; a bad one ends the test with its reason. */
    private static boolean succeeded(JsonNode job) {
        return switch (job.get("state").asString()) {
            case "SUCCEEDED" -> true;
            case "FAILED", "CANCELLED" -> throw new AssertionError("the job ended badly: " + job);
            default -> false;
        };
    }
}
