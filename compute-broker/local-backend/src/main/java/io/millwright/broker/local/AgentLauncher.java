package io.millwright.broker.local;

import io.millwright.broker.agent.AgentMain;
import io.millwright.broker.agent.AgentSettings;
import io.millwright.broker.agent.PropertiesText;
import io.millwright.broker.cluster.AgentPlacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts agents as processes. */
final class AgentLauncher {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Set<String> KEPT_ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "TZ", "HOME");

    private final Map<String, String> settings;
    private final Path logs;

    AgentLauncher(Map<String, String> settings, Path logs) {
        this.settings = Map.copyOf(settings);
        this.logs = logs;
    }

    /** An agent that waits for its settings on standard input. */
    Process start(AgentPlacement placement) throws IOException {
        var known = settings(placement, List.of());
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            // A session of its own: a signal to the broker's group does not reach it, and stop finds all it started.
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                known.javaHome().resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(
                        ":", known.agentClassPath().stream().map(Path::toString).toList()),
                AgentMain.class.getName(),
                placement.attempt().value()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve(placement.attempt() + ".log").toFile()));
        builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
        return builder.start();
    }

    /** Gives a started agent its settings, the token among them: a pipe is seen by nobody else. */
    void tell(Process agent, AgentPlacement placement, List<Integer> devices) throws IOException {
        try (var input = agent.getOutputStream()) {
            input.write(settings(placement, devices).toBytes());
        }
    }

    private AgentSettings settings(AgentPlacement placement, List<Integer> devices) {
        var facts = new HashMap<>(settings);
        facts.put("attempt", placement.attempt().value());
        facts.put("gateway", placement.gateway().toString());
        facts.put("token", placement.token());
        facts.put("devices", devices.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return AgentSettings.parse(PropertiesText.format(facts));
    }
}
