package io.millwright.broker.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.agent.AgentOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts that go as they should. */
class AttemptTest {

    private AttemptRig rig;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        rig = new AttemptRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void trainingUploadsModelAndReportAndCommits() throws Exception {
        assertThat(rig.deed("work").run()).isEqualTo(AgentOutcome.COMMITTED);

        assertThat(rig.gateway.result).containsEntry("outcome", "succeeded").containsEntry("message", "");
        assertThat(rig.result("sandbox")).contains("Landlock").contains("seccomp");
        assertThat(rig.result("environment.java")).contains("25");
        assertThat(Long.parseLong(rig.result("peakMemoryBytes"))).isBetween(20L << 20, 512L << 20);
        assertThat(output("model/model.txt")).isEqualTo("trained with seed 42");
        assertThat(output("report.json"))
                .isEqualTo("{\"headline\":\"It works\",\"notes\":[],\"metrics\":[{\"name\":\"rows\",\"title\":\"Rows\","
                        + "\"value\":2.0,\"unit\":\"\",\"better\":\"NEITHER\",\"explanation\":\"How many there were.\"}],"
                        + "\"charts\":[]}");
        assertThat(rig.leftOver()).isEmpty();
    }

    @Test
    void eventsArriveInOrderNumberedAndClean() {
        rig.deed("work").run();

        assertThat(rig.gateway.events)
                .extracting(FakeGateway.Event::seq)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rig.gateway.texts("progress")).contains("0.1 Doing work", "1.0 Done");
        assertThat(rig.gateway.texts("metric")).containsExactly("loss 1 0.5");
        assertThat(rig.gateway.texts("log"))
                .contains("a line of the log", "printed with a tab\\tand \ufffd control characters");
        assertThat(rig.gateway.texts("phase"))
                .containsExactly(
                        "Fetching template hostile 1.0.0",
                        "Fetching dataset",
                        "Running the template",
                        "Saving results");
        assertThat(rig.gateway.events).allSatisfy(event -> assertThat(event.arrivedMillis() - event.millis())
                .as("delay of %s", event)
                .isLessThan(5_000));
    }

    @Test
    void scoringWritesItsTable() {
        rig.fact("kind", "score").fact("model.templateVersion", "1.0.0");
        rig.gateway.serve("inputs/model/model.txt", "input.model.model.txt", "m".getBytes(StandardCharsets.UTF_8));

        assertThat(rig.run()).isEqualTo(AgentOutcome.COMMITTED);

        assertThat(rig.gateway.result).containsEntry("outcome", "succeeded");
        assertThat(output("result.csv")).isEqualTo("score\n3.0\n\n");
        assertThat(output("result.columns")).isEqualTo("DECIMAL\tscore\n");
    }

    @Test
    void sampleNeedsNoDataset() {
        rig.fact("kind", "sample");
        rig.gateway.spec.keySet().removeIf(key -> key.startsWith("input."));

        rig.run();

        assertThat(rig.gateway.result).containsEntry("outcome", "succeeded");
        assertThat(output("result.csv")).isEqualTo("amount\n0.0\n1.0\n2.0\n");
    }

    @Test
    void aTemplateSeesTheGpusItWasGivenAndNoOthers(@TempDir Path folder) throws Exception {
        rig.deed("devices").run();
        assertThat(rig.gateway.texts("log")).contains("sees \"\" of 0");
        assertThat(rig.result("environment.device")).isEqualTo("processor");

        try (var other = new AttemptRig(folder, AttemptRig.ATTEMPT, null, List.of(1, 3))) {
            other.fact("gpus", "2").deed("devices").run();
            assertThat(other.message()).isEmpty();
            assertThat(other.gateway.texts("log")).contains("sees \"1,3\" of 2");
            assertThat(other.result("environment.device")).startsWith("GPU 1").contains("GPU 3");
        }
    }

    @Test
    void aNodeThatLacksThePromisedGpuSaysSo() {
        rig.fact("gpus", "1").run();
        assertThat(rig.result("kind")).isEqualTo("agent");
        assertThat(rig.message()).isEqualTo("The node was to give 1 GPUs to this job and gave 0.");
    }

    @Test
    void inspectionTellsWhatItUnderstood() {
        rig.fact("kind", "inspect").run();

        assertThat(rig.gateway.result).containsEntry("message", "").containsEntry("outcome", "succeeded");
        assertThat(rig.gateway.outputs).containsOnlyKeys("understanding.json");
        assertThat(output("understanding.json"))
                .isEqualTo("{\"task\":\"Double it\",\"facts\":{\"Rows\":\"2\",\"Period\":\"\\\"none\\\"\"},"
                        + "\"notes\":[{\"level\":\"WARNING\",\"text\":\"One value is missing.\"}],"
                        + "\"options\":{\"column.amount\":\"amount\"},"
                        + "\"estimates\":[{\"memoryBytes\":1000,\"preset\":\"quick\",\"seconds\":0.5}]}");
    }

    @Test
    void anInspectionThatSaysNothingOrTooMuchFails() {
        rig.fact("kind", "inspect").deed("say_nothing").run();
        assertThat(rig.message()).isEqualTo("The template ended without telling what it understood.");

        rig.deed("long_report").run();
        assertThat(rig.result("code")).isEqualTo("outputs-refused");
        assertThat(rig.message()).contains("at most 262,144 (256 KiB) are allowed");
        assertThat(rig.gateway.outputs).isEmpty();
    }

    @Test
    void theTemplateIsFetchedOncePerNode(@TempDir Path folder) throws Exception {
        rig.deed("work").run();
        rig.run();

        assertThat(rig.gateway.requests)
                .filteredOn(request -> request.endsWith("/template"))
                .hasSize(1);
    }

    @Test
    void aTemplatesOwnWordsAboutTheDataReachThePerson() {
        rig.deed("user_error").run();

        assertThat(rig.gateway.result)
                .containsEntry("outcome", "failed")
                .containsEntry("kind", "user")
                .containsEntry("code", "no-label")
                .containsEntry("message", "The column \"label\" has one value only.")
                .containsEntry("remedy", "Choose another.");
        assertThat(rig.gateway.outputs).isEmpty();
    }

    @Test
    void aDefectIsNamedAndItsFramesAreLogged() {
        rig.deed("defect").run();

        assertThat(rig.gateway.result).containsEntry("outcome", "failed").containsEntry("kind", "template");
        assertThat(rig.message()).isEqualTo("The template failed: IllegalStateException, index 7 is wrong.");
        assertThat(rig.gateway.texts("log"))
                .anyMatch(line -> line.contains("Deed") && line.contains("at "))
                .anyMatch(line -> line.equals("Caused by: java.io.IOException: deep inside"));
    }

    private String output(String path) {
        return new String(rig.gateway.outputs.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }
}
