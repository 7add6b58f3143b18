package io.millwright.broker.local;

import static io.millwright.broker.cluster.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.agent.AgentMain;
import io.millwright.broker.cluster.ClusterBackend;
import io.millwright.broker.cluster.ClusterException;
import io.millwright.broker.cluster.test.ClusterBackendContract;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBackendTest extends ClusterBackendContract {

    @TempDir
    Path home;

    @Override
    protected ClusterBackend connect() throws ClusterException {
        return new LocalBackendFactory()
                .create(Map.of(
                        "run", home.resolve("run").toString(),
                        "logs", home.resolve("logs").toString(),
                        "cache", home.resolve("cache").toString(),
                        "work", home.resolve("work").toString(),
                        "agent.classpath", classes(),
                        "runner.classpath", classes(),
                        "java.home", System.getProperty("java.home"),
                        "sandbox", "preferred",
                        "cpus", "3",
                        "memory", Long.toString(4L << 30)));
    }

    @Test
    void gpus_are_those_that_the_driver_shows(@TempDir Path folder) throws IOException {
        assertThat(Machine.gpus(folder)).isZero();
        for (var name : new String[] {"nvidia0", "nvidia1", "nvidiactl"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(Machine.gpus(folder)).isEqualTo(2);
    }

    @Test
    void killing_a_process_kills_what_it_started_and_the_orphans_of_its_session() throws IOException {
        var process = new ProcessBuilder("setsid", "sh", "-c", "sleep 300 & (sleep 301 & exec true); wait").start();
        var root = ProcessIdentity.look(process.pid()).orElseThrow().identity();
        eventually("both sleep", () -> sessionOf(root).length == 3);
        assertThat(ProcessTree.kill(root)).isTrue();
        assertThat(sessionOf(root)).isEmpty();
    }

    @Test
    void a_number_that_another_process_has_now_is_not_the_agent() {
        var self = ProcessIdentity.look(ProcessHandle.current().pid())
                .orElseThrow()
                .identity();
        assertThat(self.isAlive()).isTrue();
        assertThat(new ProcessIdentity(self.pid(), self.start() - 1, self.boot()).isAlive())
                .isFalse();
        assertThat(new ProcessIdentity(self.pid(), self.start(), "another boot").isAlive())
                .isFalse();
    }

    private static long[] sessionOf(ProcessIdentity root) throws IOException {
        try (var all = Files.list(Path.of("/proc"))) {
            return all.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .flatMap(name -> ProcessIdentity.look(Long.parseLong(name)).stream())
                    .filter(living -> living.session() == root.pid())
                    .mapToLong(living -> living.identity().pid())
                    .toArray();
        }
    }

    private static String classes() {
        try {
            return Path.of(AgentMain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
