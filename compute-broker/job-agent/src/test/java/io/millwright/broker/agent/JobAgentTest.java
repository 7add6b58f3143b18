package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an agent does when there is no attempt to carry. Attempts themselves are tested with the runner. */
@Timeout(30)
class JobAgentTest {

    @TempDir
    private Path folder;

    @Test
    void givesUpWhenTheGatewayStaysAway() throws IOException {
        int port;
        try (var free = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(new JobAgent(settings(port), Duration.ofMillis(300)).run()).isEqualTo(AgentOutcome.ABANDONED);
    }

    @Test
    void triesAgainWhileTheGatewayIsBusyAndEndsWhenFenced() throws IOException {
        var calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(calls.incrementAndGet() < 3 ? 503 : 409, -1);
            }
        });
        server.start();
        try {
            var agent = new JobAgent(settings(server.getAddress().getPort()), Duration.ofSeconds(20));

            assertThat(agent.run()).isEqualTo(AgentOutcome.FENCED);
            assertThat(calls).hasValue(3);
        } finally {
            server.stop(0);
        }
    }

    private AgentSettings settings(int port) {
        return new AgentSettings(
                "job-1",
                URI.create("http://127.0.0.1:" + port),
                "token",
                folder.resolve("cache"),
                folder.resolve("work"),
                List.of(),
                List.of(),
                Path.of(System.getProperty("java.home")),
                SandboxPolicy.REQUIRED);
    }
}
