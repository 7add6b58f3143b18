package io.millwright.broker.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the gateway says about an attempt. Facts beyond the agent's own are passed on to the runner as they are.
 */
final class AttemptSpec {

    private static final long DEFAULT_DISK = 20L << 30;
    private static final String MODEL = "input.model.";
    private static final String ENGINE = "engine.";
    private static final String DIGEST = ".digest";

    private final Map<String, String> facts;

    private AttemptSpec(Map<String, String> facts) {
        this.facts = facts;
    }

    static AttemptSpec parse(byte[] text) {
        return new AttemptSpec(PropertiesText.parse(text));
    }

    Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** Something to fetch: its path at the gateway, its digest, and what people call it. */
    record Input(String path, String name, String digest, String title) {}

    Input template() {
        return new Input(
                "template",
                fact("template.id"),
                digest("template.digest"),
                "template " + fact("template.id") + " " + fact("template.version"));
    }

    String job() {
        return fact("job");
    }

    /** The dataset, unless the attempt makes a sample. */
    List<Input> dataset() {
        return facts.containsKey("input.dataset.digest")
                ? List.of(new Input("inputs/dataset", "dataset", digest("input.dataset.digest"), "dataset"))
                : List.of();
    }

    /** The images that the dataset's table describes, if it does. */
    List<Input> images() {
        return file("images");
    }

    /** What the training starts from, if anything. */
    List<Input> weights() {
        return file("weights");
    }

    private List<Input> file(String name) {
        String key = "input." + name + DIGEST;
        return facts.containsKey(key) ? List.of(new Input("inputs/" + name, name, digest(key), name)) : List.of();
    }

    /** What an earlier attempt saved, if anything. */
    List<Input> checkpoint() {
        return facts.containsKey("input.checkpoint.digest")
                ? List.of(new Input("inputs/checkpoint", "checkpoint", digest("input.checkpoint.digest"), "checkpoint"))
                : List.of();
    }

    List<Input> modelFiles() {
        return inputs(MODEL, "inputs/model/", "model file ");
    }

    List<Input> engines() {
        return inputs(ENGINE, "engines/", "engine ");
    }

    int cpus() {
        return Math.toIntExact(number("cpus", 1));
    }

    int gpus() {
        return Math.toIntExact(number("gpus", 0));
    }

    long memoryBytes() {
        return number("memoryBytes", 1L << 30);
    }

    long timeoutSeconds() {
        return number("timeoutSeconds", 24 * 3600);
    }

    long heartbeatSeconds() {
        return Math.max(1, number("heartbeatSeconds", 2));
    }

    /** Scratch and outputs together. */
    long diskBytes() {
        return number("diskBytes", DEFAULT_DISK);
    }

    private List<Input> inputs(String prefix, String path, String title) {
        var inputs = new ArrayList<Input>();
        for (String key : new TreeMap<>(facts).keySet()) {
            if (key.startsWith(prefix) && key.endsWith(DIGEST)) {
                String name = key.substring(prefix.length(), key.length() - DIGEST.length());
                inputs.add(new Input(path + name, name, digest(key), title + name));
            }
        }
        return inputs;
    }

    private String digest(String key) {
        String value = fact(key);
        String digest = value.substring(Math.max(value.indexOf(':'), value.indexOf('=')) + 1);
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the attempt's spec has no SHA-256 as \"" + key + "\"");
        }
        return digest;
    }

    private long number(String key, long otherwise) {
        String value = facts.get(key);
        return value == null ? otherwise : Long.parseLong(value);
    }

    private String fact(String key) {
        String value = facts.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the attempt's spec lacks \"" + key + "\"");
        }
        return value;
    }
}
