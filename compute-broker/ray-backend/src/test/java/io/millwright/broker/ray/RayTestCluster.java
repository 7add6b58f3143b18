package io.millwright.broker.ray;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/** A real Ray of one node on loopback, with a token, for one test class. */
public final class RayTestCluster implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(40);

    private final Path venv;
    private final Path folder;
    private final List<String> command;
    private final int port;
    private Process head;

    private RayTestCluster(Path venv, Path folder, List<String> command, int port) throws IOException {
        this.venv = venv;
        this.folder = folder;
        this.command = command;
        this.port = port;
        this.head = launch();
    }

    /**
     * Starts one, or skips the tests where no Ray is installed.
     *
     * @param more options of {@code ray start}
     */
    public static RayTestCluster start(int cpus, long memoryBytes, String... more)
            throws IOException, InterruptedException {
        var venv = venv();
        assumeTrue(
                venv != null,
                "No Ray: name a virtual environment that has it by -Dmillwright.ray.venv or MILLWRIGHT_RAY_VENV.");
        // Ray makes Unix sockets below it, whose paths may have 107 characters.
        var folder = Files.createTempDirectory("ray");
        Files.writeString(
                folder.resolve("token"),
                UUID.randomUUID().toString().replace("-", "").repeat(2));
        int port = freePort();
        var command = new ArrayList<>(List.of(
                venv.resolve("bin/python").toString(),
                "-m",
                "ray.scripts.scripts",
                "start",
                "--head",
                "--block",
                "--node-ip-address=127.0.0.1",
                "--port=" + port,
                "--include-dashboard=false",
                "--dashboard-agent-listen-port=" + freePort(),
                "--ray-client-server-port=" + freePort(),
                "--num-cpus=" + cpus,
                "--memory=" + memoryBytes,
                "--object-store-memory=80000000",
                "--min-worker-port=0",
                "--max-worker-port=0",
                "--disable-usage-stats",
                "--temp-dir=" + folder.resolve("t")));
        command.addAll(List.of(more));
        var cluster = new RayTestCluster(venv, folder, command, port);
        cluster.awaitNode();
        return cluster;
    }

    /** Kills every process of it. */
    public void kill() {
        List<ProcessHandle> all = new ArrayList<>(head.descendants().toList());
        all.add(head.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts it again, empty, where it was. */
    public void startAgain() throws IOException, InterruptedException {
        Files.delete(folder.resolve("ray.log"));
        head = launch();
        awaitNode();
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ray.log").toFile());
        var environment = builder.environment();
        environment.put("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0");
        environment.put("RAY_AUTH_MODE", "token");
        environment.put("RAY_AUTH_TOKEN_PATH", tokenFile().toString());
        environment.put("PATH", System.getProperty("java.home") + "/bin:" + environment.get("PATH"));
        return builder.start();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public Path tokenFile() {
        return folder.resolve("token");
    }

    public Path jar() throws IOException {
        try (var versions = Files.newDirectoryStream(venv.resolve("lib"), "python3*")) {
            return versions.iterator().next().resolve("site-packages/ray/jars/ray_dist.jar");
        }
    }

    public Path folder() {
        return folder;
    }

    /** A folder with jars made of these class path entries: in the reactor they may be folders, and Ray wants jars. */
    public Path code(Class<?>... ofEach) throws IOException {
        var code = Files.createDirectories(folder.resolve("code"));
        for (var type : ofEach) {
            var entry = classPathEntry(type);
            var jar = code.resolve(type.getSimpleName() + ".jar");
            if (Files.isRegularFile(entry)) {
                Files.copy(entry, jar);
            } else {
                pack(entry, jar);
            }
        }
        return code;
    }

    /** Where a class comes from. */
    public static Path classPathEntry(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Processes of actors, drivers excluded. */
    public List<ProcessHandle> workers() {
        return head.descendants()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.endsWith("DefaultWorker")))
                .toList();
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private void awaitNode() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        var log = folder.resolve("ray.log");
        while (!Files.readString(log).contains("Ray runtime started") || !answers()) {
            if (!head.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Ray did not start:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static @Nullable Path venv() {
        var named = System.getProperty("millwright.ray.venv", System.getenv("MILLWRIGHT_RAY_VENV"));
        return named == null || named.isBlank() ? null : Path.of(named);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends the head and all it started. */
    @Override
    public void close() throws IOException {
        var all = new ArrayList<>(head.descendants().toList());
        all.add(head.toHandle());
        head.destroy();
        try {
            head.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
