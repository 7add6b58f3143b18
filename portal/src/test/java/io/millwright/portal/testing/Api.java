package io.millwright.portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API of the portal under test. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ApplicationContext context;
    private final IdentityProviderServer provider;

    Api(ApplicationContext context, IdentityProviderServer provider) {
        this.context = context;
        this.provider = provider;
    }

    public URI base() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return URI.create("http://localhost:" + (server == null ? 0 : server.getPort()));
    }

    public Client as(String user) {
        return with(provider.token(user));
    }

    public Client with(String token) {
        return new Client(base(), Map.of("Authorization", "Bearer " + token));
    }

    public Client nobody() {
        return new Client(base(), Map.of());
    }

    /** Sends requests with these headers. */
    public record Client(URI base, Map<String, String> headers) {

        public Client header(String name, String value) {
            var more = new java.util.HashMap<>(headers);
            more.put(name, value);
            return new Client(base, more);
        }

        public Answer get(String path) {
            return send("GET", path, null, null);
        }

        public Answer post(String path, Object body) {
            return json("POST", path, body);
        }

        public Answer json(String method, String path, Object body) {
            return send(
                    method,
                    path,
                    "application/json",
                    body instanceof String text ? text : JSON.writeValueAsString(body));
        }

        public Answer upload(String path, String... nameValueOrFile) {
            var form = new StringBuilder();
            for (var i = 0; i < nameValueOrFile.length; i += 2) {
                var file = nameValueOrFile[i].equals("file") ? "; filename=\"data.csv\"" : "";
                form.append("--xxx\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                        .formatted(nameValueOrFile[i], file, nameValueOrFile[i + 1]));
            }
            return send("POST", path, "multipart/form-data; boundary=xxx", form + "--xxx--\r\n");
        }

        public Answer send(
                String method,
                String path,
                @org.jspecify.annotations.Nullable String type,
                @org.jspecify.annotations.Nullable String body) {
            var address = URI.create(
                    base + (path.startsWith("/api/") || path.startsWith("/actuator") ? path : "/api/v1" + path));
            var request = HttpRequest.newBuilder(address)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            if (type != null) {
                request.header("Content-Type", type);
            }
            try {
                return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode body() {
            return JSON.readTree(response.body());
        }

        public String code() {
            return body().path("code").asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode expect(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + ", got " + status() + ": " + text());
            }
            return body();
        }
    }
}
