package io.millwright.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty folder outside this repository to a model trained on the cluster with a template of one's own. Last, because the
 * portal starts again. The steps build on each other.
 */
@Order(9)
@ExtendWith(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryOfAnAuthorTest {

    private final World.Running world;

    private Path folder = Path.of("");
    private Path template = Path.of("");

    StoryOfAnAuthorTest(World.Running world) {
        this.world = world;
    }

    /** One folder for all steps; a field would be given a new one for each. */
    @BeforeAll
    void begin(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    @Order(1)
    void the_archetype_makes_a_template_that_passes_the_contract_and_is_packed() {
        var author = new Author(folder);
        template = author.generate("energy-use", "Energy use");
        author.build(template);
        assertThat(Author.archive(template)).isNotEmptyFile();
        assertThat(template.resolve("README.md")).content().contains("energy-use-0.1.0-SNAPSHOT-template.zip");
        assertThat(template.resolve("target/surefire-reports/TEST-org.example.own.AverageTemplateContractTest.xml"))
                .content()
                .contains("failures=\"0\"");
    }

    @Test
    @Order(2)
    void what_is_no_template_is_not_signed() throws IOException {
        var text = Files.writeString(folder.resolve("text.zip"), "no archive");
        assertThatThrownBy(() -> world.launcher("template", "try", text.toString()))
                .hasMessageContaining("cannot be read");
        assertThat(world.home().resolve("templates/text.zip")).doesNotExist();
    }

    @Test
    @Order(3)
    void one_command_offers_it_in_the_marketplace() {
        var said = world.launcher("template", "try", Author.archive(template).toString());
        assertThat(said).contains("energy-use-0.1.0 is in the marketplace");
    }

    @Test
    @Order(4)
    void a_tenant_installs_it_and_trains_on_its_sample() {
        var workshop = Workshop.of(world, "acme");
        assertThat(workshop.offered("energy-use").get("name").asString()).isEqualTo("Energy use");
        var project = workshop.begin("Energy of a school", workshop.install("energy-use"));
        var sample = Workshop.result(workshop.job(Map.of("project", project, "kind", "sample")));
        var trained = workshop.job(Map.of("project", project, "kind", "train", "dataset", sample, "options", Map.of()));
        assertThat(trained.get("version").asInt()).isEqualTo(1);
        var scored = workshop.job(Map.of("project", project, "kind", "score", "dataset", sample));
        assertThat(Workshop.result(scored)).isNotBlank();
    }
}
