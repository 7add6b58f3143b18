package io.millwright.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Ray cluster of one node on loopback, with token authentication. Left out where Python is missing. */
record RayCluster() implements PartKind {

    /** Ray makes Unix sockets some 66 characters below its folder, and the system allows 107 in all. */
    private static final int LONGEST_FOLDER = 40;

    private static final String HOOK = """
            def without_client_server(parameters, head):
                # Ray starts a server for remote Python clients unasked; nothing here uses it.
                parameters.ray_client_server_port = None
            """;

    @Override
    public String name() {
        return "ray";
    }

    @Override
    public Map<Integer, String> ports(Ports ports) {
        var taken = new LinkedHashMap<Integer, String>();
        taken.put(ports.rayControl(), "Ray");
        taken.put(ports.rayDashboard(), "Ray's dashboard");
        ports.rayHelpers().forEach((use, port) -> taken.put(port, "Ray's " + use));
        return taken;
    }

    @Override
    public void prepare(World world, Progress progress) {
        var problem = new RayInstallation(world).prepare(progress);
        problem.ifPresent(
                reason -> progress.say("Jobs run on the local backend, without Ray, because " + reason + "."));
        Folders.write(hookFolder(world).resolve("millwright_ray_start.py"), HOOK);
        world.secrets().file("ray-token");
        forgetOldSessions(folder(world));
    }

    @Override
    public Part part(World world) {
        var environment = new LinkedHashMap<>(world.environment(name()));
        environment.put("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0");
        environment.put("RAY_AUTH_MODE", "token");
        environment.put("RAY_AUTH_TOKEN_PATH", world.secrets().file("ray-token").toString());
        environment.put("RAY_START_HOOK", "millwright_ray_start.without_client_server");
        environment.put("RAY_USAGE_STATS_ENABLED", "0");
        environment.put("RAY_COLOR_PREFIX", "0");
        environment.put("NO_COLOR", "1");
        environment.put("PYTHONPATH", hookFolder(world).toString());
        environment.put(
                "PATH",
                World.javaHome().resolve("bin") + ":"
                        + Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
        // Ray notes its address when its node has joined, which is seconds after its ports are open.
        var probe = new Probe.Written(
                folder(world).resolve("ray_current_cluster"),
                new Probe.Tcp(List.of(
                        world.ports().rayControl(), world.ports().rayHelpers().get("runtime-env-agent-port"))));
        return Part.of(name(), command(world), environment, world.home(), probe).sweeping();
    }

    private static List<String> command(World world) {
        var command = new ArrayList<>(List.of(
                new RayInstallation(world).python().toString(),
                "-m",
                "ray.scripts.scripts",
                "start",
                "--head",
                "--block",
                "--node-ip-address=127.0.0.1",
                "--port=" + world.ports().rayControl(),
                "--include-dashboard=false",
                "--dashboard-host=127.0.0.1",
                "--dashboard-port=" + world.ports().rayDashboard(),
                "--min-worker-port=0",
                "--max-worker-port=0",
                "--object-store-memory=150000000",
                "--disable-usage-stats",
                "--no-monitor",
                "--include-log-monitor=false",
                "--temp-dir=" + folder(world)));
        world.ports().rayHelpers().forEach((use, port) -> command.add("--" + use + "=" + port));
        return command;
    }

    /** Where Ray keeps sockets and logs of its sessions. */
    static Path folder(World world) {
        var own = world.run().resolve("ray");
        if (own.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_FOLDER) {
            return Folders.secret(own);
        }
        var digest = new Digest().add(own.toString()).hex().substring(0, 12);
        return Folders.secret(Path.of(System.getProperty("java.io.tmpdir"), "millwright-" + digest));
    }

    // Ray keeps the logs of every session for ever; the last one may still be of use.
    private static void forgetOldSessions(Path folder) {
        try (var entries = Files.list(folder)) {
            var sessions = entries.filter(entry -> !Files.isSymbolicLink(entry))
                    .filter(entry -> entry.getFileName().toString().startsWith("session_"))
                    .sorted(Comparator.reverseOrder())
                    .skip(1)
                    .toList();
            for (var session : sessions) {
                Folders.delete(session);
            }
        } catch (IOException e) {
            throw new LauncherException("%s cannot be tidied: %s.".formatted(folder, Folders.reason(e)), e);
        }
    }

    private static Path hookFolder(World world) {
        return world.run().resolve("ray-hook");
    }
}
