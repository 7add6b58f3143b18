package io.millwright.broker.cluster.test;

import static io.millwright.broker.cluster.test.Eventually.eventually;
import static io.millwright.broker.cluster.test.Eventually.never;
import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.cluster.AgentPlacement;
import io.millwright.broker.cluster.AgentStatus.State;
import io.millwright.broker.cluster.AttemptName;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterException;
import io.millwright.broker.cluster.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every backend does, with real agents on a cluster that nobody else uses. */
public abstract class ClusterBackendContract {

    private static final long MEMORY = 256L << 20;

    private final SilentGateway gateway = new SilentGateway();
    private ClusterBackend backend;

    /** Connects to the cluster, as a new broker would; called again after the one before was closed. */
    protected abstract ClusterBackend connect() throws ClusterException;

    @BeforeEach
    void begin() throws ClusterException {
        backend = connect();
        assertThat(backend.agents()).isEmpty();
    }

    @AfterEach
    void end() throws ClusterException {
        for (var agent : backend.agents()) {
            backend.stop(agent.attempt());
        }
        eventually("the cluster is empty", () -> backend.agents().isEmpty());
        backend.close();
        gateway.close();
    }

    @Test
    void an_agent_that_is_placed_runs_and_calls_the_gateway_with_its_token() throws ClusterException {
        var placement = placement(1);
        backend.place(placement);
        eventually("it calls", () -> placement.token().equals(gateway.tokenOf(placement.attempt())));
        eventually("it is listed with its node", () -> isRunning(placement.attempt()));
        assertThat(backend.agents()).singleElement().satisfies(agent -> assertThat(agent.node())
                .isEqualTo(backend.nodes().getFirst().id()));
    }

    @Test
    void placing_a_name_again_does_nothing() throws ClusterException {
        var placement = placement(1);
        backend.place(placement);
        backend.place(placement);
        eventually("it runs", () -> isRunning(placement.attempt()));
        backend.place(placement);
        assertThat(backend.agents()).hasSize(1);
    }

    @Test
    void the_next_broker_finds_by_name_what_the_one_before_placed() throws ClusterException {
        var placement = placement(1);
        backend.place(placement);
        eventually("it runs", () -> isRunning(placement.attempt()));
        backend.close();

        backend = connect();
        assertThat(isRunning(placement.attempt())).isTrue();
        backend.place(placement);
        assertThat(backend.agents()).hasSize(1);
        backend.stop(placement.attempt());
        eventually("it is gone", () -> isGone(placement.attempt()));
    }

    @Test
    void an_agent_that_is_stopped_is_gone_at_once_and_silent() throws ClusterException {
        var placement = placement(1);
        backend.place(placement);
        eventually("it calls", () -> gateway.tokenOf(placement.attempt()) != null);
        backend.stop(placement.attempt());
        eventually("it is gone", () -> isGone(placement.attempt()));
        eventually("it is silent", () -> gateway.silence(placement.attempt()) > 2_500);
        assertThat(processesWith(placement.attempt().value())).isEmpty();
    }

    @Test
    void an_agent_that_is_stopped_before_it_ran_never_runs() throws ClusterException {
        var placement = placement(1);
        backend.place(placement);
        backend.stop(placement.attempt());
        eventually("it is gone", () -> isGone(placement.attempt()));
        assertThat(freeCpus()).isEqualTo(allCpus());
    }

    @Test
    void stopping_an_agent_that_is_not_there_does_nothing() throws ClusterException {
        backend.stop(new AttemptName("nobody-1"));
    }

    @Test
    void an_agent_that_ends_by_itself_is_gone_and_its_resources_are_free() throws ClusterException {
        var placement = placement(1);
        gateway.fence(placement.attempt());
        backend.place(placement);
        eventually("it called", () -> gateway.tokenOf(placement.attempt()) != null);
        eventually("it is gone", () -> isGone(placement.attempt()));
        eventually("its cores are free", () -> freeCpus() == allCpus());
    }

    @Test
    void nodes_tell_what_they_have_and_what_is_promised() throws ClusterException {
        assertThat(backend.nodes()).isNotEmpty().allSatisfy(node -> {
            assertThat(node.alive()).isTrue();
            assertThat(node.cpus()).isGreaterThanOrEqualTo(2);
            assertThat(node.memoryBytes()).isGreaterThan(2 * MEMORY);
        });
        backend.place(placement(2));
        eventually("two cores are promised", () -> freeCpus() == allCpus() - 2);
        assertThat(backend.nodes().stream().mapToLong(Node::freeMemoryBytes).sum())
                .isEqualTo(backend.nodes().stream().mapToLong(Node::memoryBytes).sum() - MEMORY);
    }

    @Test
    void cores_are_never_given_twice() throws ClusterException {
        int all = (int) allCpus();
        var first = placement(all);
        var second = placement(all);
        backend.place(first);
        eventually("the first runs", () -> isRunning(first.attempt()));
        boolean taken = accepted(second);
        never("both run", Duration.ofSeconds(3), () -> isRunning(second.attempt()));
        backend.stop(first.attempt());
        if (!taken) {
            eventually("there is room", () -> accepted(second));
        }
        eventually("the second runs", () -> isRunning(second.attempt()));
    }

    @Test
    void an_agent_beside_another_uses_its_cores_and_memory_of_its_own() throws ClusterException {
        var training = placement((int) allCpus());
        backend.place(training);
        eventually("the training runs", () -> isRunning(training.attempt()));
        var name = new AttemptName(UUID.randomUUID() + "-1000001");
        backend.place(
                new AgentPlacement(name, gateway.address(name), training.token(), 0, 0, MEMORY, training.attempt()));
        eventually("the trial runs", () -> isRunning(name));
        assertThat(nodeOf(name)).isEqualTo(nodeOf(training.attempt()));
        assertThat(freeCpus()).isZero();
        assertThat(backend.nodes().stream().mapToLong(Node::freeMemoryBytes).sum())
                .isEqualTo(backend.nodes().stream().mapToLong(Node::memoryBytes).sum() - 2 * MEMORY);
        backend.stop(name);
        eventually("the trial is gone", () -> isGone(name));
        assertThat(isRunning(training.attempt())).isTrue();
    }

    @Test
    void the_token_is_in_no_command_line_and_no_environment() throws ClusterException {
        var placement = placement(1);
        backend.place(placement);
        eventually("it calls", () -> gateway.tokenOf(placement.attempt()) != null);
        assertThat(processesWith(placement.token())).isEmpty();
    }

    private AgentPlacement placement(int cpus) {
        var name = new AttemptName(UUID.randomUUID() + "-1");
        var token = UUID.randomUUID().toString().replace("-", "").repeat(2);
        return new AgentPlacement(name, gateway.address(name), token, cpus, 0, MEMORY);
    }

    private boolean accepted(AgentPlacement placement) {
        try {
            backend.place(placement);
            return true;
        } catch (ClusterException noRoom) {
            return false;
        }
    }

    private boolean isRunning(AttemptName attempt) throws ClusterException {
        return backend.agents().stream()
                .anyMatch(agent -> agent.attempt().equals(attempt) && agent.state() == State.RUNNING);
    }

    private String nodeOf(AttemptName attempt) throws ClusterException {
        return backend.agents().stream()
                .filter(agent -> agent.attempt().equals(attempt))
                .findFirst()
                .orElseThrow()
                .node();
    }

    private boolean isGone(AttemptName attempt) throws ClusterException {
        return backend.agents().stream()
                .noneMatch(agent -> agent.attempt().equals(attempt) && agent.state() != State.GONE);
    }

    private double freeCpus() throws ClusterException {
        return backend.nodes().stream().mapToDouble(Node::freeCpus).sum();
    }

    private double allCpus() throws ClusterException {
        return backend.nodes().stream().mapToDouble(Node::cpus).sum();
    }

    /** Processes that show a text to everyone on the machine. */
    private static List<String> processesWith(String text) {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(process ->
                            shows(process.resolve("cmdline"), text) || shows(process.resolve("environ"), text))
                    .map(Path::toString)
                    .toList();
        } catch (IOException noProc) {
            throw new AssertionError(noProc);
        }
    }

    private static boolean shows(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
