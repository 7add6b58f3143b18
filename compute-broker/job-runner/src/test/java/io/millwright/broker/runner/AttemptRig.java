package io.millwright.broker.runner;

import io.millwright.broker.agent.AgentOutcome;
import io.millwright.broker.agent.AgentSettings;
import io.millwright.broker.agent.JobAgent;
import io.millwright.broker.agent.SandboxPolicy;
import io.millwright.broker.runner.hostile.HostileTemplate;
import io.millwright.plugins.api.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** One attempt of the hostile template through the real agent, sandbox and runner, against the fake gateway. */
final class AttemptRig implements AutoCloseable {

    static final String ATTEMPT = "job-1";

    final FakeGateway gateway;
    final AgentSettings settings;
    private final Path folder;

    AttemptRig(Path folder) throws Exception {
        this(folder, ATTEMPT);
    }

    AttemptRig(Path folder, String attempt) throws Exception {
        this(folder, attempt, null);
    }

    AttemptRig(Path folder, String attempt, @Nullable AgentSettings node) throws Exception {
        this(folder, attempt, node, List.of());
    }

    /** @param node an attempt that runs on the same node; null for a node of its own */
    AttemptRig(Path folder, String attempt, @Nullable AgentSettings node, List<Integer> devices) throws Exception {
        this.folder = folder;
        gateway = new FakeGateway(attempt);
        settings = new AgentSettings(
                attempt,
                gateway.base(),
                FakeGateway.TOKEN,
                node == null ? folder.resolve("cache") : node.cacheFolder(),
                node == null ? folder.resolve("work") : node.workFolder(),
                List.of(place(JobAgent.class)),
                List.of(place(RunnerMain.class), place(Template.class), place(NullMarked.class)),
                Path.of(System.getProperty("java.home")),
                SandboxPolicy.REQUIRED,
                devices);
        gateway.spec.putAll(java.util.Map.of(
                "job", "job",
                "attempt", attempt,
                "tenant", "acme",
                "kind", "train",
                "template.id", "hostile",
                "template.version", "1.0.0",
                "seed", "42",
                "cpus", "2",
                "memoryBytes", Long.toString(512L << 20)));
        gateway.spec.putAll(java.util.Map.of(
                "timeoutSeconds", "60",
                "heartbeatSeconds", "2",
                "input.dataset.rows", "2",
                "input.dataset.column.0", "DECIMAL\tamount",
                "input.dataset.column.1", "TEXT\twords"));
        gateway.serve("template", "template", archive());
        gateway.serve("inputs/dataset", "input.dataset", FakeGateway.gzip("amount,words\n1.5,\"a, b\"\n,\n"));
    }

    AttemptRig deed(String deed) {
        return option("deed", deed);
    }

    AttemptRig option(String name, String value) {
        gateway.spec.put("option." + name, value);
        return this;
    }

    AttemptRig fact(String name, String value) {
        gateway.spec.put(name, value);
        return this;
    }

    AgentOutcome run() {
        return start().join();
    }

    /** The agent on a platform thread that lives as long as the attempt, as the agent asks for. */
    CompletableFuture<AgentOutcome> start() {
        var outcome = new CompletableFuture<AgentOutcome>();
        Thread.ofPlatform().name("agent").start(() -> {
            try {
                outcome.complete(new JobAgent(settings).run());
            } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome;
    }

    /** The message of the result. */
    String message() {
        return gateway.result.getOrDefault("message", "");
    }

    String result(String name) {
        return gateway.result.getOrDefault(name, "");
    }

    /** Folders of attempts that were left behind. */
    List<String> leftOver() throws IOException {
        try (var entries = Files.list(folder.resolve("work"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals("guard"))
                    .toList();
        }
    }

    @Override
    public void close() {
        gateway.close();
    }

    static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The hostile template as an archive in the layout of PF4J. */
    private static byte[] archive() throws Exception {
        var bytes = new ByteArrayOutputStream();
        Path classes = place(HostileTemplate.class);
        Path hostile = classes.resolve(HostileTemplate.class.getPackageName().replace('.', '/'));
        try (var zip = new ZipOutputStream(bytes);
                var files = Files.list(hostile)) {
            for (Path file : files.toList()) {
                zip.putNextEntry(new ZipEntry("classes/" + classes.relativize(file)));
                Files.copy(file, zip);
            }
            zip.putNextEntry(new ZipEntry("classes/META-INF/services/" + Template.class.getName()));
            zip.write(HostileTemplate.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
