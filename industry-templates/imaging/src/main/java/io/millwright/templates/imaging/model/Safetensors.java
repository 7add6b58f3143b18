package io.millwright.templates.imaging.model;

import io.millwright.templates.imaging.network.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: eight bytes of length, a header in JSON, then the numbers. Foreign files are read strictly: every
 * offset is checked, ranges follow each other without holes or overlap, and nothing else in the file is looked at.
 */
public final class Safetensors {

    /** Larger files are refused. */
    public static final long MOST_BYTES = 512L << 20;

    private static final int MOST_HEADER = 8 << 20;
    private static final int MOST_TENSORS = 10_000;
    private static final int MOST_DIMENSIONS = 8;
    private static final String METADATA = "__metadata__";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Safetensors() {}

    /** Writes 32-bit numbers in the order of the map. */
    public static void write(Map<String, Tensor> tensors, Path file) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode one = header.putObject(entry.getKey());
            one.put("dtype", "F32");
            var shape = one.putArray("shape");
            for (long length : entry.getValue().shape()) {
                shape.add(length);
            }
            long end = offset + (long) entry.getValue().values().length * Float.BYTES;
            one.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        StringBuilder text = new StringBuilder(JSON.writeValueAsString(header));
        while (text.toString().getBytes(StandardCharsets.UTF_8).length % 8 != 0) {
            text.append(' ');
        }
        byte[] words = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.toIntExact(8 + words.length + offset)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(words.length).put(words);
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                buffer.putFloat(value);
            }
        }
        Files.write(file, buffer.array());
    }

    /** @throws BadWeightsException when the file is damaged or holds what is no floating point number */
    public static Map<String, Tensor> read(Path file) throws IOException, BadWeightsException {
        if (Files.size(file) > MOST_BYTES) {
            throw new BadWeightsException("it is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 8) {
            throw new BadWeightsException("it is too short");
        }
        long length = bytes.getLong();
        if (length < 2 || length > Math.min(MOST_HEADER, bytes.remaining())) {
            throw new BadWeightsException("its header is not where it should be");
        }
        byte[] words = new byte[(int) length];
        bytes.get(words);
        try {
            return tensors(JSON.readTree(words), bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        } catch (JacksonException | ArithmeticException damaged) {
            throw new BadWeightsException("its header is damaged");
        }
    }

    private static Map<String, Tensor> tensors(JsonNode header, ByteBuffer data) throws BadWeightsException {
        if (!header.isObject() || header.size() > MOST_TENSORS) {
            throw new BadWeightsException("its header is no list of at most " + MOST_TENSORS + " tensors");
        }
        Map<Long, String> starts = new java.util.TreeMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long covered = 0;
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals(METADATA)) {
                continue;
            }
            JsonNode offsets = entry.getValue().path("data_offsets");
            long from = offsets.path(0).asLong(-1);
            long to = offsets.path(1).asLong(-1);
            if (offsets.size() != 2 || from < 0 || to < from || to > data.capacity()) {
                throw new BadWeightsException("the tensor \"" + entry.getKey() + "\" lies outside of the file");
            }
            if (to > from && starts.put(from, entry.getKey()) != null) {
                throw new BadWeightsException("two tensors lie at the same place");
            }
            covered += to - from;
            tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), data.slice((int) from, (int)
                    (to - from))));
        }
        if (covered != data.capacity()) {
            throw new BadWeightsException("its tensors leave gaps, overlap, or are cut off");
        }
        return tensors;
    }

    private static Tensor tensor(String name, JsonNode facts, ByteBuffer data) throws BadWeightsException {
        JsonNode lengths = facts.path("shape");
        if (!lengths.isArray() || lengths.size() > MOST_DIMENSIONS) {
            throw new BadWeightsException("the tensor \"" + name + "\" has no usable shape");
        }
        long[] shape = new long[lengths.size()];
        for (int at = 0; at < shape.length; at++) {
            shape[at] = lengths.get(at).asLong(-1);
            if (shape[at] < 0) {
                throw new BadWeightsException("the tensor \"" + name + "\" has no usable shape");
            }
        }
        String type = facts.path("dtype").asString("");
        int width =
                switch (type) {
                    case "F32" -> 4;
                    case "F64", "I64" -> 8;
                    case "F16", "BF16" -> 2;
                    default ->
                        throw new BadWeightsException("the tensor \"" + name + "\" is of the unknown type " + type);
                };
        long size = Tensor.size(shape);
        if (size * width != data.capacity()) {
            throw new BadWeightsException("the tensor \"" + name + "\" has not as many numbers as its shape");
        }
        data.order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[(int) size];
        for (int at = 0; at < values.length; at++) {
            values[at] = switch (type) {
                case "F32" -> data.getFloat();
                case "F64" -> (float) data.getDouble();
                case "I64" -> (float) data.getLong();
                case "F16" -> Float.float16ToFloat(data.getShort());
                default -> Float.intBitsToFloat(data.getShort() << 16);
            };
            if (!Float.isFinite(values[at])) {
                throw new BadWeightsException("the tensor \"" + name + "\" holds something that is no number");
            }
        }
        return new Tensor(shape, values);
    }
}
