package io.millwright.broker.agent;

import io.millwright.broker.agent.StopSignal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job gateway as one attempt sees it. Every call is repeated with back-off while the gateway cannot be reached or
 * answers that it cannot now, for {@link #PATIENCE}; then the attempt is abandoned. Safe to use from several threads.
 *
 * <p>On {@link HttpURLConnection}: it is ready tens of milliseconds before {@code java.net.http} is, in every attempt.
 */
final class Gateway {

    /** How long a gateway may be away before the agent gives up. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 60_000;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final URI base;
    private final String token;
    private final StopSignal stop;
    private final Duration patience;

    Gateway(URI base, String token, StopSignal stop, Duration patience) {
        this.base = base;
        this.token = token;
        this.stop = stop;
        this.patience = patience;
    }

    /** What reads an answer of the gateway. */
    interface Reader<T> {
        T read(InputStream body) throws IOException, StoppedException, AttemptFailure;
    }

    /** What writes a request to the gateway. */
    interface Writer {
        /** @throws StoppedException when the request is not wanted any more */
        void write(OutputStream body) throws IOException, StoppedException;
    }

    <T> T get(String path, Reader<T> reader) throws StoppedException, AttemptFailure {
        return repeat("GET", path, Map.of(), -1, null, reader);
    }

    /** Posts a body and gives the answer. */
    String post(String path, byte[] body) throws StoppedException, AttemptFailure {
        return repeat(
                "POST",
                path,
                Map.of("Content-Type", "text/plain; charset=utf-8"),
                body.length,
                out -> out.write(body),
                in -> new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    void put(String path, Path file, String digest) throws StoppedException, AttemptFailure, IOException {
        put(path, Files.size(file), digest, out -> Files.copy(file, out));
    }

    void put(String path, long length, String digest, Writer writer) throws StoppedException, AttemptFailure {
        repeat(
                "PUT",
                path,
                Map.of("X-Digest", "sha-256=" + digest, "Content-Type", "application/octet-stream"),
                length,
                writer,
                InputStream::readAllBytes);
    }

    private <T> T repeat(
            String method,
            String path,
            Map<String, String> headers,
            long length,
            @Nullable Writer writer,
            Reader<T> reader)
            throws StoppedException, AttemptFailure {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            // a cancelled attempt needs nothing more, but still tells how it ended
            if (writer == null ? stop.raised() : stop.silent()) {
                throw new StoppedException();
            }
            try {
                return once(method, path, headers, length, writer, reader);
            } catch (IOException away) {
                if (pause == FIRST_PAUSE_MILLIS) {
                    System.err.println("The job gateway cannot be reached, trying again: " + away);
                }
                if (System.nanoTime() - giveUpAt > 0) {
                    stop.raise(Reason.ABANDONED);
                    throw new StoppedException();
                }
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private <T> T once(
            String method,
            String path,
            Map<String, String> headers,
            long length,
            @Nullable Writer writer,
            Reader<T> reader)
            throws IOException, StoppedException, AttemptFailure {
        var connection =
                (HttpURLConnection) URI.create(base + "/" + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        headers.forEach(connection::setRequestProperty);
        if (writer != null) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(length);
            try (var out = connection.getOutputStream()) {
                writer.write(out);
            }
        }
        int status = connection.getResponseCode();
        if (status / 100 == 2) {
            try (var in = connection.getInputStream()) {
                return reader.read(in);
            }
        }
        String answer = answer(connection);
        switch (status) {
            case 409 -> stop.raise(Reason.FENCED);
            case 401, 403 -> stop.raise(Reason.ABANDONED);
            case 408, 425, 429, 500, 502, 503, 504 -> throw new IOException("the gateway answered " + status);
            default ->
                throw new AttemptFailure(Verdict.agent(
                        "gateway-refused",
                        "The job gateway answered %d to %s %s%s".formatted(status, method, path, answer),
                        "Ask an operator; the broker's log has the details."));
        }
        throw new StoppedException();
    }

    private static String answer(HttpURLConnection connection) throws IOException {
        try (var in = connection.getErrorStream()) {
            String text = in == null ? "" : new String(in.readNBytes(500), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "." : ": " + text;
        }
    }

    private static void pause(long millis) throws StoppedException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }
}
