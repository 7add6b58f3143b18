package io.millwright.broker.runner;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Where an attempt's files lie.
 *
 * @param inputs read-only: {@code attempt.properties}, {@code dataset.csv}, {@code model/…},
 *     {@code checkpoint/…},
 *     {@code images.zip}, {@code weights.safetensors}
 * @param template read-only: the unpacked template
 * @param scratch for temporary files
 * @param outputs for {@code model/…}, {@code report.json}, {@code result.csv}, {@code result.columns}, {@code sample.zip},
 *     {@code understanding.json}, {@code checkpoint-….zip}
 * @param engines read-only: the unpacked packs of engines
 */
record AttemptFiles(Path inputs, Path template, Path scratch, Path outputs, List<Path> engines) {

    /** From the arguments of the process: inputs, template, scratch, outputs, then the engines. */
    static AttemptFiles of(String[] arguments) {
        return new AttemptFiles(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                Arrays.stream(arguments).skip(4).map(Path::of).toList());
    }

    Path spec() {
        return inputs.resolve("attempt.properties");
    }

    /** The unpacked checkpoint of an earlier attempt, if there is one. */
    Path checkpoint() {
        return inputs.resolve("checkpoint");
    }

    Path images() {
        return inputs.resolve("images.zip");
    }

    Path weights() {
        return inputs.resolve("weights.safetensors");
    }

    Path dataset() {
        return inputs.resolve("dataset.csv");
    }
}
