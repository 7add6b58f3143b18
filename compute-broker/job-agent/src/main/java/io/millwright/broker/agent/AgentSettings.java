package io.millwright.broker.agent;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that an agent is told when it starts. Everything else comes from the gateway.
 *
 * @param attempt the attempt's name, {@code <job>-<number>}
 * @param gateway base address of the job gateway for this attempt: {@code …/gateway/v1/attempts/<attempt>}
 * @param token good for this attempt only; travels on standard input or as an actor's argument, never in an environment
 *     or a command line
 * @param cacheFolder where this node keeps template archives and engine packs by digest; made when missing
 * @param workFolder where attempts keep their files while they run; made when missing
 * @param agentClassPath the class path that holds this module
 * @param runnerClassPath the class path of the template process: job-runner, plugin-api, PF4J
 * @param javaHome the JDK that runs the template process
 * @param sandbox what to do where the kernel cannot confine fully
 * @param devices numbers of the GPUs that this attempt may use and no other one does; empty for none
 */
public record AgentSettings(
        String attempt,
        URI gateway,
        String token,
        Path cacheFolder,
        Path workFolder,
        List<Path> agentClassPath,
        List<Path> runnerClassPath,
        Path javaHome,
        SandboxPolicy sandbox,
        List<Integer> devices) {

    private static final Pattern ATTEMPT = Pattern.compile("[0-9a-zA-Z-]{1,80}");

    public AgentSettings {
        if (!ATTEMPT.matcher(attempt).matches()) {
            throw new IllegalArgumentException("not an attempt name: " + attempt);
        }
        agentClassPath = List.copyOf(agentClassPath);
        runnerClassPath = List.copyOf(runnerClassPath);
        devices = List.copyOf(devices);
    }

    /** Without a GPU. */
    public AgentSettings(
            String attempt,
            URI gateway,
            String token,
            Path cacheFolder,
            Path workFolder,
            List<Path> agentClassPath,
            List<Path> runnerClassPath,
            Path javaHome,
            SandboxPolicy sandbox) {
        this(
                attempt,
                gateway,
                token,
                cacheFolder,
                workFolder,
                agentClassPath,
                runnerClassPath,
                javaHome,
                sandbox,
                List.of());
    }

    /** The same with GPUs. */
    AgentSettings with(List<Integer> granted) {
        return new AgentSettings(
                attempt,
                gateway,
                token,
                cacheFolder,
                workFolder,
                agentClassPath,
                runnerClassPath,
                javaHome,
                sandbox,
                granted);
    }

    /** As {@link PropertiesText}, to be sent to {@link AgentActor#start} or to {@link AgentMain}. */
    public byte[] toBytes() {
        var facts = new TreeMap<String, String>();
        facts.put("attempt", attempt);
        facts.put("gateway", gateway.toString());
        facts.put("token", token);
        facts.put("cache", cacheFolder.toString());
        facts.put("work", workFolder.toString());
        facts.put("agent.classpath", join(agentClassPath));
        facts.put("runner.classpath", join(runnerClassPath));
        facts.put("java.home", javaHome.toString());
        facts.put("sandbox", sandbox.text());
        facts.put("devices", devices.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return PropertiesText.format(facts);
    }

    /** @throws IllegalArgumentException when something is missing or malformed */
    public static AgentSettings parse(byte[] bytes) {
        Map<String, String> facts = PropertiesText.parse(bytes);
        return new AgentSettings(
                fact(facts, "attempt"),
                URI.create(fact(facts, "gateway")),
                fact(facts, "token"),
                Path.of(fact(facts, "cache")),
                Path.of(fact(facts, "work")),
                split(fact(facts, "agent.classpath")),
                split(fact(facts, "runner.classpath")),
                Path.of(fact(facts, "java.home")),
                SandboxPolicy.of(fact(facts, "sandbox")),
                Arrays.stream(facts.getOrDefault("devices", "").split(","))
                        .filter(number -> !number.isBlank())
                        .map(Integer::valueOf)
                        .toList());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "AgentSettings[" + attempt + ", gateway=" + gateway + ", sandbox=" + sandbox.text() + "]";
    }

    private static String fact(Map<String, String> facts, String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the agent's settings lack \"" + name + "\"");
        }
        return value;
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> split(String paths) {
        return Arrays.stream(paths.split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    }
}
