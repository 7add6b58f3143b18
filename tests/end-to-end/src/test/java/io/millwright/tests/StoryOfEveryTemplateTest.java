package io.millwright.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every template goes from data to answers on the cluster, inside the sandbox: installed, its sample generated, looked at,
 * trained on with little effort, scored. One of them also from a file as it lies on a disk.
 */
@Order(4)
@ExtendWith(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryOfEveryTemplateTest {

    private static final Map<String, String> QUICK = Map.of("preset", "quick");

    private final Workshop workshop;

    StoryOfEveryTemplateTest(World.Running world) {
        this.workshop = Workshop.of(world, "acme");
    }

    @ParameterizedTest
    @CsvSource({
        "predictive-maintenance, rmse, remaining_life",
        "demand-forecasting, wape, upper95",
        "imaging, accuracy, class"
    })
    void from_the_sample_to_answers(String template, String metric, String answer) {
        var installation = installed(template);
        var project = workshop.begin("Story of " + template, installation);
        var sample = Workshop.result(workshop.job(Map.of("project", project, "kind", "sample")));

        var looked = workshop.job(Map.of("project", project, "kind", "inspect", "dataset", sample));
        var understood = workshop.engineer()
                .get("/tenants/acme/jobs/" + looked.get("id").asString() + "/understanding")
                .expect(200);
        assertThat(understood.get("task").asString()).isNotBlank();
        assertThat(understood.get("estimates").size()).isEqualTo(3);

        var trained = workshop.job(Map.of("project", project, "kind", "train", "dataset", sample, "options", QUICK));
        assertThat(trained.get("attempts").get(0).get("backend").asString()).isEqualTo("ray");
        var version = workshop.engineer()
                .get("/tenants/acme/models/" + trained.get("model").asString() + "/versions/"
                        + trained.get("version").asInt())
                .expect(200);
        assertThat(version.get("metrics").get(metric).asDouble()).isFinite();

        var scored = workshop.job(Map.of("project", project, "kind", "score", "dataset", sample));
        assertThat(profile(scored)).contains(answer);
    }

    @Test
    void from_a_file_without_a_header_to_the_machines_that_fail_next(@TempDir Path folder) throws IOException {
        var file = Engines.failed(folder.resolve("engines.txt"));
        var dataset = workshop.engineer()
                .upload("/tenants/acme/datasets", "Engines, no header", file)
                .expect(201)
                .get("id")
                .asString();
        var installation = installed("predictive-maintenance");
        var project = workshop.begin("Engines from a text file", installation);
        workshop.job(Map.of("project", project, "kind", "train", "dataset", dataset, "options", QUICK));
        var scored = workshop.job(Map.of("project", project, "kind", "score", "dataset", dataset));
        assertThat(profile(scored)).contains("remaining_life", "column1");
    }

    private String installed(String template) {
        return workshop.engineer()
                .get("/tenants/acme/installations")
                .expect(200)
                .get("items")
                .valueStream()
                .filter(item -> item.toString().contains(template))
                .findFirst()
                .map(item -> item.get("id").asString())
                .orElseGet(() -> workshop.install(template));
    }

    private String profile(tools.jackson.databind.JsonNode scored) {
        return workshop.engineer()
                .get("/tenants/acme/datasets/" + Workshop.result(scored) + "/profile")
                .expect(200)
                .toString();
    }
}
