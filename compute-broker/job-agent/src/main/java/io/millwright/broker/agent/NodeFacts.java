package io.millwright.broker.agent;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** What an attempt ran on, for whoever wants to repeat it. */
final class NodeFacts {

    private NodeFacts() {}

    static Map<String, String> of(AgentSettings settings) {
        return Map.of(
                "environment.java", java(settings.javaHome()),
                "environment.system", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "environment.processor", System.getProperty("os.arch"),
                "environment.device", Devices.of(settings).words());
    }

    /** The version of the template's JDK, which need not be the agent's. */
    private static String java(Path javaHome) {
        var release = new Properties();
        try {
            release.load(new StringReader(Files.readString(javaHome.resolve("release"))));
        } catch (IOException unknown) {
            return "";
        }
        return (release.getProperty("IMPLEMENTOR", "") + " " + release.getProperty("JAVA_RUNTIME_VERSION", ""))
                .replace("\"", "")
                .strip();
    }
}
