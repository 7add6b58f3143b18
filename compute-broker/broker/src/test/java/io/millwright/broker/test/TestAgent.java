package io.millwright.broker.test;

import io.millwright.broker.cluster.AgentPlacement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An agent that does what the test says, over real HTTP. */
public final class TestAgent {

    private static final int AGAIN = 3;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI gateway;
    private final String token;
    private long seq;

    public TestAgent(AgentPlacement placement) {
        this(placement.gateway(), placement.token());
    }

    public TestAgent(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** Events as {@code type<TAB>fields…}, numbered on. */
    public HttpResponse<String> events(String... events) {
        var body = new StringBuilder();
        for (var event : events) {
            body.append(++seq)
                    .append('\t')
                    .append(System.currentTimeMillis())
                    .append('\t')
                    .append(event)
                    .append('\n');
        }
        return post("events", body.toString());
    }

    public HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)).build());
    }

    /** As an agent does: again where equal bytes of an ended attempt went away just now, which is answered with 503. */
    public HttpResponse<String> put(String path, byte[] bytes) {
        var answer = put(path, bytes, digest(bytes));
        for (int again = 0; answer.statusCode() == 503 && again < AGAIN; again++) {
            answer = put(path, bytes, digest(bytes));
        }
        return answer;
    }

    public HttpResponse<String> put(String path, byte[] bytes, String digest) {
        return putAt("outputs/" + path, bytes, digest);
    }

    /** Puts bytes anywhere. */
    public HttpResponse<String> putAt(String path, byte[] bytes, String digest) {
        return send(request(path)
                .header("X-Digest", "sha-256=" + digest)
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    public HttpResponse<String> result(String outcome, String kind, String message) {
        return post(
                "result",
                "outcome=%s\nkind=%s\ncode=test\nmessage=%s\nremedy=\npeakMemoryBytes=1000\nsandbox=landlock\n"
                        .formatted(outcome, kind, message));
    }

    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/" + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ended);
        }
    }
}
