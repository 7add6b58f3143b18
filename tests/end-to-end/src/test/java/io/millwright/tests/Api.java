package io.millwright.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API as one of the demo accounts, with nothing but HTTP and JSON. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    private Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Signs in as a demo account, whose password is its name. */
    static Api as(World.Running world, String user) {
        var form = "grant_type=password&client_id=millwright-cli&scope=openid&username=%s&password=%s"
                .formatted(user, user);
        var request = HttpRequest.newBuilder(URI.create(world.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var anonymous = nobody(world);
        var answer = anonymous.send(request);
        return new Api(anonymous.base, answer.body().get("access_token").asString());
    }

    /** Calls without signing in. */
    static Api nobody(World.Running world) {
        return new Api(URI.create(world.portal() + "/api/v1"), "");
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Uploads a file as a dataset, as a form with the parts name and file. */
    Answer upload(String path, String name, Path file) {
        var boundary = UUID.randomUUID().toString();
        var head = """
                --%1$s\r
                Content-Disposition: form-data; name="name"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary, name, file.getFileName());
        try {
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofFile(file),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetches bytes, following the API's authorisation. */
    HttpResponse<byte[]> bytes(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var text = response.body();
            return new Answer(
                    response.statusCode(), text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param body the JSON object, empty when the answer is none */
    record Answer(int status, JsonNode body, String text) {

        /** The body of an answer that must have this status; else what came instead stands in the error. */
        JsonNode expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected status " + wanted + ", got " + status + ": " + text);
            }
            return body;
        }
    }
}
