package io.millwright.broker.app;

import io.millwright.broker.test.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A broker in a process of its own, as the launcher starts it, so that it can be killed. */
final class BrokerProcess implements AutoCloseable {

    private final Path home;
    private final Path configuration;
    private Process process;

    BrokerProcess(World world, Path home, Map<String, String> own) throws IOException {
        this.home = home;
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var d = world.database();
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("millwright.home", home.toString()),
                Map.entry("millwright.objects.location", world.objectStore().location()),
                Map.entry(
                        "millwright.objects.master-key-file",
                        world.objectStore().masterKeyFile().toString()),
                Map.entry("millwright.database.url", d.url()),
                Map.entry("millwright.database.owner-user", d.ownerUser()),
                Map.entry("millwright.database.owner-password", d.ownerPassword()),
                Map.entry("millwright.database.app-user", d.appUser()),
                Map.entry("millwright.database.app-password", d.appPassword()),
                Map.entry("millwright.database.operator-user", d.operatorUser()),
                Map.entry("millwright.database.operator-password", d.operatorPassword()),
                Map.entry("millwright.database.broker-user", d.brokerUser()),
                Map.entry("millwright.database.broker-password", d.brokerPassword()),
                Map.entry("millwright.engines.folder", home.resolve("engines").toString()),
                Map.entry("millwright.broker.gateway-url", "http://127.0.0.1:" + port),
                Map.entry("millwright.broker.java-home", System.getProperty("java.home")),
                Map.entry("millwright.broker.sandbox", "preferred"),
                Map.entry("millwright.broker.timing.silent-and-gone", "2s")));
        properties.putAll(own);
        configuration = home.resolve("broker.properties");
        try (var out = Files.newOutputStream(configuration)) {
            properties.store(out, null);
        }
        process = launch();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void restart() throws IOException {
        process = launch();
    }

    String log() {
        try {
            return Files.readString(home.resolve("broker.log"));
        } catch (IOException noneYet) {
            return noneYet.toString();
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerApplication.class.getName(),
                        "--spring.config.additional-location=file:" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("broker.log").toFile()))
                .start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
