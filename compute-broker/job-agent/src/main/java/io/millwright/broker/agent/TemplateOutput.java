package io.millwright.broker.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the template process prints: its protocol (lines that begin with {@code \u0001}) becomes events and a verdict,
 * everything else lines of the log. Trusts nothing of it: bounded, cleaned, and only what the protocol knows.
 */
final class TemplateOutput {

    private static final char PROTOCOL = '\u0001';
    private static final int MAX_LINE_BYTES = 1 << 16;
    private static final int MAX_LOG_CHARS = 8_000;
    private static final int MAX_NAME_CHARS = 100;
    private static final int MAX_MESSAGE_CHARS = 2_000;
    private static final int MAX_FIGURES = 50;

    private final EventRelay relay;
    private final LineLimit limit = new LineLimit();
    private volatile @Nullable Verdict told;
    private volatile @Nullable String refusal;
    private volatile String sandbox = "";
    private volatile Map<String, String> found = Map.of();
    private volatile TemplateRequests requests = new TemplateRequests.None();

    TemplateOutput(EventRelay relay) {
        this.relay = relay;
    }

    /** Who serves what the template asks for. */
    void serve(TemplateRequests by) {
        requests = by;
    }

    /** Reads to the end on a thread of its own. */
    Thread follow(InputStream stream, String name) {
        var thread = new Thread(() -> readLines(stream), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** How the runner says it ended; null when it did not say. */
    @Nullable
    Verdict told() {
        return told;
    }

    /** Why the sandbox let nothing run; null when it did. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** What a trial found, as facts of its result. */
    Map<String, String> found() {
        return found;
    }

    /** What confines the process, in words. */
    String sandbox() {
        return sandbox;
    }

    private void readLines(InputStream stream) {
        byte[] buffer = new byte[1 << 14];
        byte[] line = new byte[MAX_LINE_BYTES];
        int length = 0;
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        accept(new String(line, 0, length, StandardCharsets.UTF_8));
                        length = 0;
                    } else if (length < MAX_LINE_BYTES) {
                        line[length++] = buffer[i];
                    }
                }
            }
        } catch (IOException ended) {
            // as at the end of the stream
        }
        if (length > 0) {
            accept(new String(line, 0, length, StandardCharsets.UTF_8));
        }
        tellLeftOut();
    }

    private void accept(String line) {
        if (line.isEmpty() || line.charAt(0) != PROTOCOL) {
            log(line);
            return;
        }
        String[] fields = Escapes.fields(line.substring(1));
        if (fields[0].equals("trial") && fields.length >= 3) {
            requests.trial(Arrays.copyOfRange(fields, 1, fields.length));
            return;
        }
        if (fields[0].equals("objective") && fields.length % 2 == 0) {
            objective(fields);
            return;
        }
        switch (fields[0] + "/" + (fields.length - 1)) {
            case "log/1" -> log(fields[1]);
            case "phase/1" -> event("phase", Escapes.clean(fields[1], MAX_NAME_CHARS));
            case "progress/2" -> progress(fields[1], fields[2]);
            case "metric/3" -> metric(fields[1], fields[2], fields[3]);
            case "checkpoint/1" -> requests.checkpoint(fields[1]);
            case "sandbox/1" -> sandbox = sandbox.isEmpty() ? Escapes.clean(fields[1], MAX_MESSAGE_CHARS) : sandbox;
            case "refused/1" -> refusal = sandbox.isEmpty() ? Escapes.clean(fields[1], MAX_MESSAGE_CHARS) : refusal;
            case "result/5" ->
                told = new Verdict(
                        fields[1],
                        Escapes.clean(fields[2], MAX_NAME_CHARS),
                        Escapes.clean(fields[3], MAX_NAME_CHARS),
                        Escapes.clean(fields[4], MAX_MESSAGE_CHARS),
                        Escapes.clean(fields[5], MAX_MESSAGE_CHARS));
            default -> log(line.substring(1));
        }
    }

    private void objective(String[] fields) {
        var facts = new TreeMap<String, String>();
        facts.put("trial.objective", fields[1]);
        for (int i = 2; i < fields.length && i < 2 * MAX_FIGURES; i += 2) {
            facts.put("trial.figure." + Escapes.clean(fields[i], MAX_NAME_CHARS), fields[i + 1]);
        }
        if (facts.values().stream().allMatch(value -> number(value) != null)) {
            found = facts;
        }
    }

    private void log(String line) {
        event("log", Escapes.clean(line, MAX_LOG_CHARS));
    }

    private void progress(String fraction, String activity) {
        Double parsed = number(fraction);
        if (parsed != null && parsed >= 0 && parsed <= 1) {
            event("progress", Double.toString(parsed), Escapes.clean(activity, MAX_NAME_CHARS));
        }
    }

    private void metric(String name, String step, String value) {
        Double parsedStep = number(step);
        Double parsed = number(value);
        if (parsedStep != null && parsed != null) {
            event(
                    "metric",
                    Escapes.clean(name, MAX_NAME_CHARS),
                    Long.toString(parsedStep.longValue()),
                    Double.toString(parsed));
        }
    }

    private void event(String type, String... fields) {
        if (limit.admit()) {
            tellLeftOut();
            relay.add(type, fields);
        }
    }

    private void tellLeftOut() {
        long leftOut = limit.takeLeftOut();
        if (leftOut > 0) {
            relay.log("(%,d lines were left out: a template may say %,d a second and %,d in all)"
                    .formatted(leftOut, LineLimit.LINES_PER_SECOND, LineLimit.TOTAL));
        }
    }

    private static @Nullable Double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }
}
