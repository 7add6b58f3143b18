package io.millwright.broker.cluster.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millwright.broker.cluster.AttemptName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A gateway that keeps agents waiting, or tells them that they are fenced. */
public final class SilentGateway implements AutoCloseable {

    private static final String PATH = "/gateway/v1/attempts/";

    private final HttpServer server;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Long> lastCall = new ConcurrentHashMap<>();
    private final Set<String> fenced = ConcurrentHashMap.newKeySet();

    public SilentGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext(PATH, this::answer);
        server.start();
    }

    public URI address(AttemptName attempt) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH + attempt);
    }

    /** The token that the agent of an attempt showed; null before it called. */
    public @Nullable String tokenOf(AttemptName attempt) {
        return tokens.get(attempt.value());
    }

    /** Milliseconds since the agent called last. */
    public long silence(AttemptName attempt) {
        return System.currentTimeMillis() - lastCall.getOrDefault(attempt.value(), 0L);
    }

    /** Tells the agent of an attempt to end when it calls next. */
    public void fence(AttemptName attempt) {
        fenced.add(attempt.value());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var attempt =
                    exchange.getRequestURI().getPath().substring(PATH.length()).split("/")[0];
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null) {
                tokens.put(attempt, authorization.substring("Bearer ".length()));
            }
            lastCall.put(attempt, System.currentTimeMillis());
            exchange.sendResponseHeaders(fenced.contains(attempt) ? 409 : 503, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
