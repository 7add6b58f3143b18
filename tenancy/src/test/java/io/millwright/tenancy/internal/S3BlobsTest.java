package io.millwright.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millwright.tenancy.ObjectStoreProperties.S3;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The S3 side of the seam against a small server that speaks as much of the protocol as we use. */
class S3BlobsTest {

    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private HttpServer server;
    private S3Blobs blobs;

    @BeforeEach
    void aBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        blobs = S3Blobs.at("bucket/some/prefix", new S3(endpoint, null, "key", "secret"));
    }

    @AfterEach
    void closed() {
        blobs.close();
        server.stop(0);
    }

    @Test
    void a_blob_comes_back_under_its_key_and_prefix() throws IOException {
        var prepared = Files.writeString(blobs.prepare(), "sealed bytes");
        blobs.store("acme/ab/abcd", prepared);
        assertThat(stored).containsOnlyKeys("/bucket/some/prefix/acme/ab/abcd");
        try (var back = blobs.open("acme/ab/abcd")) {
            assertThat(back.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("sealed bytes");
        }
        assertThat(blobs.exists("acme/ab/abcd")).isTrue();
        blobs.delete("acme/ab/abcd");
        assertThat(blobs.exists("acme/ab/abcd")).isFalse();
    }

    @Test
    void what_is_not_there_is_a_missing_file() {
        assertThatThrownBy(() -> blobs.open("acme/ab/none")).isInstanceOf(NoSuchFileException.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    stored.put(path, body(exchange));
                    exchange.sendResponseHeaders(200, -1);
                }
                case "DELETE" -> {
                    stored.remove(path);
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> give(exchange, stored.get(path));
            }
        }
    }

    private static void give(HttpExchange exchange, byte[] bytes) throws IOException {
        var head = exchange.getRequestMethod().equals("HEAD");
        if (bytes == null) {
            var error = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, head ? -1 : error.length);
            if (!head) {
                exchange.getResponseBody().write(error);
            }
            return;
        }
        exchange.getResponseHeaders().add("Content-Length", Integer.toString(bytes.length));
        exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The SDK sends chunks with a trailing checksum: {@code <hex length>;…\r\n<bytes>\r\n… 0}. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        var raw = exchange.getRequestBody().readAllBytes();
        if (!"aws-chunked".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            return raw;
        }
        var text = new String(raw, StandardCharsets.ISO_8859_1);
        var line = text.indexOf("\r\n");
        var length = Integer.parseInt(text.substring(0, line).split(";")[0], 16);
        return java.util.Arrays.copyOfRange(raw, line + 2, line + 2 + length);
    }
}
