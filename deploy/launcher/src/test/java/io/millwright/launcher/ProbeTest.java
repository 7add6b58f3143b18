package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    @Test
    void anAddressIsHealthyWhenItAnswers200() throws IOException {
        assertThat(answering(200)).isTrue();
        assertThat(answering(503)).isFalse();
        assertThat(answering(302)).isFalse();
    }

    private boolean answering(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            var port = server.getAddress().getPort();
            return new Probe.Http(URI.create("http://127.0.0.1:" + port + "/health")).healthy();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aDatabaseIsHealthyWhenItAsksForAPassword() throws Exception {
        assertThat(databaseAnswering('R')).isTrue();
        assertThat(databaseAnswering('E')).isFalse();
    }

    private boolean databaseAnswering(char first) throws Exception {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            var server = Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    client.getInputStream().read(new byte[100]);
                    client.getOutputStream().write(first);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            boolean healthy = new Probe.Postgres(socket.getLocalPort(), "app", "millwright").healthy();
            server.join();
            return healthy;
        }
    }

    @Test
    void aNoteOfAnEarlierStartDoesNotCount() throws IOException {
        var note = Files.writeString(folder.resolve("note"), "");
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            var probe = new Probe.Written(note, new Probe.Tcp(List.of(socket.getLocalPort())));

            assertThat(probe.healthy()).isTrue();
            probe.beforeStart();
            assertThat(probe.healthy()).isFalse();
        }
    }

    @Test
    void aClosedPortIsNotHealthy() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new Probe.Tcp(List.of(port)).healthy()).isInstanceOf(IOException.class);
    }
}
