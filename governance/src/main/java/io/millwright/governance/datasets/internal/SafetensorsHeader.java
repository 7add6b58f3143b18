package io.millwright.governance.datasets.internal;

import io.millwright.tenancy.MillwrightException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a safetensors file says that it holds: eight bytes of length, a JSON object that names each tensor with its type, shape
 * and place, then the numbers. Checked to the last byte: places follow each other without gap or overlap to the file's end, and
 * each is as long as its type and shape ask for.
 *
 * @param tensors in the order of their places
 */
record SafetensorsHeader(List<Tensor> tensors) {

    /** The format's own limit is larger; a header of a real model takes kilobytes. */
    private static final int MAX_BYTES = 16 << 20;

    private static final int MAX_TENSORS = 100_000;
    private static final int MAX_DIMENSIONS = 8;
    private static final int PREFIX = 8;
    private static final Map<String, Integer> WIDTHS =
            Map.of("F64", 8, "F32", 4, "F16", 2, "BF16", 2, "I64", 8, "I32", 4, "I16", 2, "I8", 1, "U8", 1, "BOOL", 1);
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxNameLength(Limits.MAX_FIELD_BYTES)
                            .build())
                    .build())
            .build();

    /**
     * A tensor.
     *
     * @param type e.g. {@code F32}
     * @param shape e.g. {@code 64 × 32 × 3 × 3}; empty for a single number
     * @param numbers how many it holds
     */
    record Tensor(String name, String type, String shape, long numbers, long from) {}

    /** Whether a file begins like one. */
    static boolean looksLike(byte[] head, long size) {
        if (head.length < PREFIX + 2 || head[PREFIX] != '{') {
            return false;
        }
        var length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length >= 2 && length <= Math.min(MAX_BYTES, size - PREFIX);
    }

    /** @throws MillwrightException with a sentence when the header does not fit the file */
    static SafetensorsHeader read(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var prefix = new byte[PREFIX];
            in.readFully(prefix);
            var header = new byte
                    [(int) ByteBuffer.wrap(prefix)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            in.readFully(header);
            return of(header, in.length() - PREFIX - header.length);
        }
    }

    private static SafetensorsHeader of(byte[] header, long numbers) {
        JsonNode tree;
        try {
            tree = JSON.readTree(new String(header, StandardCharsets.UTF_8).strip());
        } catch (JacksonException broken) {
            throw damaged("its header is not JSON");
        }
        if (tree == null || !tree.isObject() || tree.size() > MAX_TENSORS) {
            throw damaged("its header is not a list of up to %,d tensors".formatted(MAX_TENSORS));
        }
        var tensors = new ArrayList<Tensor>();
        var ends = new ArrayList<Long>();
        for (var entry : tree.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                var tensor = tensor(entry.getKey(), entry.getValue());
                tensors.add(tensor);
                ends.add(entry.getValue().path("data_offsets").path(1).asLong(-1));
            }
        }
        if (tensors.isEmpty()) {
            throw damaged("it holds no tensor");
        }
        requireContiguous(tensors, ends, numbers);
        tensors.sort(Comparator.comparingLong(Tensor::from));
        return new SafetensorsHeader(List.copyOf(tensors));
    }

    private static Tensor tensor(String name, JsonNode said) {
        var shown = Archive.shown(name);
        var type = said.path("dtype").asString("");
        var shape = said.path("shape");
        var offsets = said.path("data_offsets");
        var width = WIDTHS.get(type);
        if (width == null) {
            throw damaged(
                    "tensor \"%s\" has the type \"%s\", which is not known".formatted(shown, Archive.shown(type)));
        }
        if (!shape.isArray() || shape.size() > MAX_DIMENSIONS || !offsets.isArray() || offsets.size() != 2) {
            throw damaged("tensor \"%s\" has no shape or no place".formatted(shown));
        }
        var count = 1L;
        var words = new ArrayList<String>();
        for (var side : shape) {
            if (!side.isIntegralNumber() || side.asLong() < 0 || side.asLong() > Integer.MAX_VALUE) {
                throw damaged("tensor \"%s\" has a shape that cannot be".formatted(shown));
            }
            count = times(count, side.asLong(), shown);
            words.add(Long.toString(side.asLong()));
        }
        var from = offsets.path(0).asLong(-1);
        var to = offsets.path(1).asLong(-1);
        if (from < 0 || to < from || to - from != times(count, width, shown)) {
            throw damaged("the place of tensor \"%s\" is not as long as its shape asks for".formatted(shown));
        }
        return new Tensor(name, type, String.join(" × ", words), count, from);
    }

    private static long times(long count, long factor, String shown) {
        try {
            return Math.multiplyExact(count, factor);
        } catch (ArithmeticException overflow) {
            throw damaged("tensor \"%s\" has a shape that cannot be".formatted(shown));
        }
    }

    private static void requireContiguous(List<Tensor> tensors, List<Long> ends, long numbers) {
        var starts = tensors.stream().map(Tensor::from).sorted().toList();
        var sorted = ends.stream().sorted().toList();
        for (var at = 0; at < starts.size(); at++) {
            if (starts.get(at) != (at == 0 ? 0L : sorted.get(at - 1))) {
                throw damaged("its tensors overlap or leave gaps");
            }
        }
        if (sorted.getLast() != numbers) {
            throw damaged("its tensors take %,d bytes and it holds %,d".formatted(sorted.getLast(), numbers));
        }
    }

    private static MillwrightException damaged(String why) {
        return MillwrightException.user(
                "weights-damaged",
                "The safetensors file is damaged or was cut off: %s.".formatted(why),
                "Save the weights again and upload that.");
    }
}
