package io.millwright.launcher;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker, with the jars it sends to the nodes. */
record BrokerProcess() implements PartKind {

    private static final String MODULE = "compute-broker/broker";

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public Map<Integer, String> ports(Ports ports) {
        return Map.of(ports.broker(), "broker");
    }

    @Override
    public void prepare(World world, Progress progress) {
        var applications = new Applications(world);
        var checkout = world.settings().checkout();
        applications.copyJar(name(), MODULE);
        var agent = Artefacts.library(checkout, "compute-broker/job-agent", "job-agent");
        var backend = Artefacts.library(checkout, "compute-broker/ray-backend", "ray-backend");
        var agentFolder = applications.copyAll("agent", List.of(agent));
        var codeFolder = applications.copyAll("ray-code", List.of(agent, backend));
        var runner = new ArrayList<Path>();
        runner.add(Artefacts.library(checkout, "compute-broker/job-runner", "job-runner"));
        runner.add(Artefacts.library(checkout, "plugins/plugin-api", "plugin-api"));
        runner.addAll(Artefacts.all(checkout, "compute-broker/job-runner/target/lib", "*.jar"));
        var runnerFolder = applications.copyAll("runner", runner);

        var own = new LinkedHashMap<String, String>();
        own.put("millwright.database.role", "broker");
        own.put("millwright.broker.backend", Backend.of(world).name().toLowerCase(java.util.Locale.ROOT));
        if (Backend.of(world) == Backend.RAY) {
            own.put(
                    "millwright.broker.ray.address",
                    world.settings()
                            .externalRay()
                            .orElse("127.0.0.1:" + world.ports().rayControl()));
            own.put(
                    "millwright.broker.ray.token-file",
                    world.secrets().file("ray-token").toString());
            own.put(
                    "millwright.broker.ray.jar",
                    new RayInstallation(world).jar().toString());
            own.put("millwright.broker.ray.code-path", codeFolder.toString());
        }
        own.put("millwright.broker.agent.classpath", classPath(agentFolder, List.of(agent)));
        own.put("millwright.broker.runner.classpath", classPath(runnerFolder, runner));
        own.put("millwright.broker.java-home", World.javaHome().toString());
        own.put("millwright.broker.sandbox", "preferred");
        own.put("millwright.engines.folder", world.home().resolve("engines").toString());
        applications.write(name(), world.ports().broker(), own);
    }

    private static String classPath(Path folder, List<Path> files) {
        return files.stream()
                .map(file -> folder.resolve(file.getFileName()).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public Part part(World world) {
        var command = new Applications(world).command(name(), "-Xms32m", "-Xmx256m");
        var probe =
                new Probe.Http(URI.create("http://127.0.0.1:" + world.ports().broker() + "/actuator/health"));
        return Part.of(name(), command, world.environment(name()), world.home(), probe)
                .after("postgres", "ray");
    }
}
