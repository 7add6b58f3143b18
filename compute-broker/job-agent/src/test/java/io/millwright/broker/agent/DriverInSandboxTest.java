package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millwright.broker.agent.sandbox.DriverDeeds;
import io.millwright.broker.agent.sandbox.SandboxReport;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the library of NVIDIA's driver needs when it starts, seen on an H200; nobody else gets it, and nobody gets more. */
@Timeout(60)
class DriverInSandboxTest {

    private static final String[] EITHER_WAY = {
        "its letting in: no",
        "its letting in by the other call: no",
        "calling it: no",
        "a file for it: no",
        "socket of datagrams: no",
        "socket of raw packets: no",
        "socket to a network: no",
        "pair of streams: yes",
        "pair of datagrams: no",
        "pair of raw packets: no",
        "another file of the process: no",
        "a file of its parent: no"
    };

    @TempDir
    Path scratch;

    @Test
    void withAGpuASocketMayWaitAndThreadsHaveNames() throws Exception {
        assertThat(deeds(List.of(0)))
                .contains(EITHER_WAY)
                .contains(
                        "socket of sequenced packets: yes",
                        "its name: yes",
                        "its waiting: yes",
                        "socket of a stream: yes",
                        "name of another thread: yes");
    }

    @Test
    void withoutOneThereIsNoSocketAndNoName() throws Exception {
        assertThat(deeds(List.of()))
                .contains(EITHER_WAY)
                .contains(
                        "socket of sequenced packets: no",
                        "its name: no",
                        "its waiting: no",
                        "socket of a stream: no",
                        "name of another thread: no");
    }

    private List<String> deeds(List<Integer> gpus) throws Exception {
        assumeTrue(SandboxReport.probe().complete(), "skipped: the kernel cannot confine");
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        var settings = new AgentSettings(
                        "attempt-1",
                        URI.create("http://127.0.0.1/"),
                        "token",
                        scratch,
                        scratch,
                        classPath,
                        List.of(),
                        Path.of(System.getProperty("java.home")),
                        SandboxPolicy.REQUIRED)
                .with(gpus);
        var devices = Devices.of(settings);
        var plan = new SandboxPlan()
                .control(devices.files())
                .driver(devices)
                .read(devices.facts().toArray(Path[]::new))
                .read(classPath.toArray(Path[]::new))
                .write(scratch);
        var command = Stream.of(
                        SandboxPlan.java(settings).toString(),
                        "-XX:-UseContainerSupport",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        SandboxPlan.classPath(classPath),
                        DriverDeeds.class.getName(),
                        Long.toString(ProcessHandle.current().pid()))
                .toList();
        var process = new ProcessBuilder(plan.command(settings, command, 1L << 30, 1L << 30))
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
