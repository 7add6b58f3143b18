package io.millwright.broker.runner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** The job gateway's protocol in its smallest form, as a stand-in for the broker. */
final class FakeGateway implements AutoCloseable {

    static final String TOKEN = "token-of-the-attempt";

    /** An event as it arrived. */
    record Event(long seq, long millis, String type, List<String> fields, long arrivedMillis) {}

    final Map<String, String> spec = new ConcurrentHashMap<>();
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final Map<String, byte[]> outputs = new ConcurrentHashMap<>();
    final List<String> trials = new CopyOnWriteArrayList<>();
    volatile String endedTrials = "";
    final List<byte[]> checkpoints = new CopyOnWriteArrayList<>();

    /** The log as it was when the first checkpoint came. */
    volatile List<String> toldBeforeCheckpoint = List.of();

    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<Long> heartbeats = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile Map<String, String> result = Map.of();
    volatile boolean cancel;
    volatile boolean fenced;

    private final String attempt;
    private HttpServer server;

    FakeGateway(String attempt) throws IOException {
        this.attempt = attempt;
        server = open(0);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port() + "/gateway/v1/attempts/" + attempt);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Nobody listens any more. */
    void goAway() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = open(port());
    }

    /** Serves a file and names its digest in the spec. */
    void serve(String path, String key, byte[] content) {
        files.put(path, content);
        spec.put(key + ".digest", sha256(content));
        spec.put(key + ".size", Integer.toString(content.length));
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    List<String> texts(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(event -> String.join(" ", event.fields()))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer open(int port) throws IOException {
        var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext("/", this::handle);
        opened.start();
        return opened;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String prefix = "/gateway/v1/attempts/" + attempt + "/";
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            if (!path.startsWith(prefix)) {
                answer(exchange, 404, "no such path");
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "wrong token");
            } else if (fenced) {
                answer(exchange, 409, "fenced");
            } else {
                serve(exchange, exchange.getRequestMethod() + " " + path.substring(prefix.length()), body);
            }
        }
    }

    private void serve(HttpExchange exchange, String request, byte[] body) throws IOException {
        if (request.equals("GET spec")) {
            var properties = new Properties();
            properties.putAll(spec);
            var text = new java.io.StringWriter();
            properties.store(text, null);
            answer(exchange, 200, text.toString());
        } else if (request.startsWith("GET ") && files.containsKey(request.substring(4))) {
            byte[] content = files.get(request.substring(4));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        } else if (request.equals("POST events")) {
            record(new String(body, StandardCharsets.UTF_8));
            answer(exchange, 200, cancel ? "cancel" : "continue");
        } else if (request.startsWith("PUT outputs/")) {
            boolean intact = ("sha-256=" + sha256(body))
                    .equals(exchange.getRequestHeaders().getFirst("X-Digest"));
            outputs.put(request.substring("PUT outputs/".length()), body);
            answer(exchange, intact ? 204 : 400, "");
        } else if (request.equals("POST trials")) {
            trials.addAll(new String(body, StandardCharsets.UTF_8).lines().toList());
            answer(exchange, 200, "asked");
        } else if (request.equals("GET trials")) {
            answer(exchange, 200, endedTrials);
        } else if (request.equals("PUT checkpoint")) {
            if (checkpoints.isEmpty()) {
                toldBeforeCheckpoint = texts("log");
            }
            checkpoints.add(body);
            answer(exchange, 204, "");
        } else if (request.equals("POST result")) {
            var properties = new Properties();
            properties.load(new StringReader(new String(body, StandardCharsets.UTF_8)));
            var facts = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(name -> facts.put(name, properties.getProperty(name)));
            result = facts;
            answer(exchange, 204, "");
        } else {
            answer(exchange, 404, "nothing here");
        }
    }

    private synchronized void record(String batch) {
        long now = System.currentTimeMillis();
        heartbeats.add(now);
        long last = events.isEmpty() ? 0 : events.getLast().seq();
        for (String line : batch.lines().toList()) {
            List<String> fields = new ArrayList<>(List.of(line.split("\t", -1)));
            long seq = Long.parseLong(fields.getFirst());
            if (seq > last) {
                events.add(new Event(
                        seq, Long.parseLong(fields.get(1)), fields.get(2), fields.subList(3, fields.size()), now));
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
