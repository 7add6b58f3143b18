package io.millwright.broker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millwright.broker.agent.AgentMain;
import io.millwright.broker.agent.AgentOutcome;
import io.millwright.broker.agent.AgentSettings;
import io.millwright.broker.agent.SandboxPolicy;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts that are cancelled, fenced, cut off from the gateway, or lose their agent. */
@Timeout(240)
class AttemptLifeTest {

    private AttemptRig rig;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        rig = new AttemptRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "never_end"})
    void cancelTakesEffectWithinTwoSeconds(String deed) {
        var agent = rig.deed(deed).start();
        awaitTemplate();

        rig.gateway.cancel = true;

        assertThat(agent.orTimeout(busy() ? 30 : 2, TimeUnit.SECONDS).join()).isEqualTo(AgentOutcome.COMMITTED);
        assertThat(rig.gateway.result).containsEntry("outcome", "cancelled");
        assertThat(templates()).isEmpty();
    }

    @Test
    void aFencedAttemptEndsWithoutWriting() throws Exception {
        var agent = rig.deed("wait").start();
        awaitTemplate();

        rig.gateway.fenced = true;

        assertThat(agent.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(AgentOutcome.FENCED);
        assertThat(rig.gateway.result).isEmpty();
        assertThat(templates()).isEmpty();
        assertThat(rig.leftOver()).isEmpty();
    }

    @Test
    void aGatewayThatIsAwayForAWhileMissesNothing() throws Exception {
        var agent = rig.deed("flood").start();
        awaitTemplate();

        rig.gateway.goAway();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(agent).isNotDone();
        rig.gateway.comeBack();

        assertThat(agent.join()).isEqualTo(AgentOutcome.COMMITTED);
        assertThat(rig.gateway.result).containsEntry("outcome", "succeeded");
        assertThat(rig.gateway.events)
                .extracting(FakeGateway.Event::seq)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rig.gateway.events.getLast().seq()).isEqualTo(rig.gateway.events.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "inputs/dataset"})
    void whatIsNotWhatTheSpecNamesIsRefused(String path) {
        byte[] content = rig.gateway.files.get(path).clone();
        content[content.length / 2] ^= 1;
        rig.gateway.files.put(path, content);

        rig.deed("work").run();

        assertThat(rig.gateway.result)
                .containsEntry("outcome", "failed")
                .containsEntry("kind", "agent")
                .containsEntry("code", "digest-mismatch");
        assertThat(rig.message()).contains("is not the one this job names");
        assertThat(rig.gateway.texts("phase")).doesNotContain("Running the template");
    }

    @Test
    void aWrongTokenEndsTheAgent() {
        var settings = new AgentSettings(
                AttemptRig.ATTEMPT,
                rig.gateway.base(),
                "another token",
                rig.settings.cacheFolder(),
                rig.settings.workFolder(),
                rig.settings.agentClassPath(),
                rig.settings.runnerClassPath(),
                rig.settings.javaHome(),
                SandboxPolicy.REQUIRED);

        assertThat(new io.millwright.broker.agent.JobAgent(settings).run()).isEqualTo(AgentOutcome.ABANDONED);
        assertThat(rig.gateway.result).isEmpty();
        assertThat(settings.toString()).doesNotContain("another token");
    }

    @Test
    void aTemplateEndsWithItsAgent() throws Exception {
        Process agent = process();
        awaitTemplate();
        List<ProcessHandle> children = agent.descendants().toList();
        assertThat(children).hasSize(1);

        agent.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void theTokenIsInNoCommandLineAndNoEnvironment() throws Exception {
        Process agent = process();
        awaitTemplate();
        List<ProcessHandle> all = new java.util.ArrayList<>(agent.descendants().toList());
        all.add(agent.toHandle());

        for (ProcessHandle each : all) {
            for (String file : List.of("cmdline", "environ")) {
                assertThat(java.nio.file.Files.readString(Path.of("/proc/" + each.pid() + "/" + file)))
                        .doesNotContain(FakeGateway.TOKEN);
            }
        }
        rig.gateway.cancel = true;
        assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isZero();
    }

    @Test
    void whatAKilledAgentLeftIsRemovedByTheNext() throws Exception {
        Process agent = process();
        awaitTemplate();
        agent.destroyForcibly().waitFor();
        assertThat(rig.leftOver()).isNotEmpty();

        rig.deed("work").run();

        assertThat(rig.gateway.result).containsEntry("outcome", "succeeded");
        assertThat(rig.leftOver()).isEmpty();
    }

    /** The agent as the local backend starts it. */
    private Process process() throws Exception {
        rig.deed("wait");
        var builder = new ProcessBuilder(
                rig.settings.javaHome().resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                rig.settings.agentClassPath().getFirst().toString(),
                AgentMain.class.getName(),
                AttemptRig.ATTEMPT);
        Process agent =
                builder.inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (var input = agent.getOutputStream()) {
            input.write(rig.settings.toBytes());
        }
        return agent;
    }

    private void awaitTemplate() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rig.gateway.texts("phase").contains("Running the template"));
    }

    /** Whether the machine has so much else to do that times mean nothing. */
    private static boolean busy() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load > Runtime.getRuntime().availableProcessors();
    }

    private static List<ProcessHandle> templates() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(RunnerMain.class.getName()))
                .toList();
    }
}
