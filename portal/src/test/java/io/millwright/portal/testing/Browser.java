package io.millwright.portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** As much of a browser as signing in needs: cookies, and redirects that it remembers. */
public final class Browser {

    private final URI base;
    private final HttpClient http;
    private final boolean following;
    private final List<HttpResponse<String>> seen;

    public Browser(URI base) {
        this(base, HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), true, new ArrayList<>());
    }

    private Browser(URI base, HttpClient http, boolean following, List<HttpResponse<String>> seen) {
        this.base = base;
        this.http = http;
        this.following = following;
        this.seen = seen;
    }

    /** The same browser with the same cookies, stopping where it is sent elsewhere. */
    public Browser withoutRedirects() {
        return new Browser(base, http, false, seen);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Every address asked for, in order. */
    public List<String> visited() {
        return seen.stream().map(answer -> answer.uri().toString()).toList();
    }

    /** Every cookie that the portal set, as it was set. */
    public List<String> setCookies() {
        return seen.stream()
                .filter(answer -> answer.uri().getPort() == base.getPort())
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            seen.add(answer);
            var location = answer.headers().firstValue("Location");
            if (!following || answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            return send(
                    HttpRequest.newBuilder(answer.uri().resolve(location.get())).GET());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
