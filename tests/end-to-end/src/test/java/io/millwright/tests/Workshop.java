package io.millwright.tests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a tenant does with any template, through the API.
 *
 * @param tenant the path of the tenant, as {@code /tenants/acme}
 */
record Workshop(String tenant, Api admin, Api engineer) {

    static Workshop of(World.Running world, String tenant) {
        return new Workshop(
                "/tenants/" + tenant, Api.as(world, tenant + "-admin"), Api.as(world, tenant + "-engineer"));
    }

    /** The newest version of a template that the marketplace offers. */
    JsonNode offered(String template) {
        return admin.get("/marketplace/templates")
                .expect(200)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(template))
                .findFirst()
                .orElseThrow(() -> new AssertionError(template + " is not in the marketplace"));
    }

    /** Installs a template with all the rights it asks for; gives the installation. */
    String install(String template) {
        var offered = offered(template);
        var rights = offered.get("rights")
                .valueStream()
                .map(right -> right.isObject() ? right.get("id").asString() : right.asString())
                .toList();
        return admin.post(
                        tenant + "/installations",
                        Map.of(
                                "template",
                                template,
                                "version",
                                offered.get("version").asString(),
                                "consent",
                                rights))
                .expect(201)
                .get("id")
                .asString();
    }

    String begin(String name, String installation) {
        return engineer.post(
                        tenant + "/projects", Map.of("name", name, "installation", installation, "options", Map.of()))
                .expect(201)
                .get("id")
                .asString();
    }

    /** Submits a job and waits for its good end; a bad one ends the test with its reason. */
    JsonNode job(Map<String, ?> request) {
        var id = engineer.post(tenant + "/jobs", request).expect(202).get("id").asString();
        return await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> engineer.get(tenant + "/jobs/" + id).expect(200), Workshop::succeeded);
    }

    /** The dataset that a job made. */
    static String result(JsonNode job) {
        var result = job.get("result");
        return result.isObject() ? result.get("id").asString() : result.asString();
    }

    private static boolean succeeded(JsonNode job) {
        return switch (job.get("state").asString()) {
            case "SUCCEEDED" -> true;
            case "FAILED", "CANCELLED" -> throw new AssertionError("the job ended badly: " + job);
            default -> false;
        };
    }
}
