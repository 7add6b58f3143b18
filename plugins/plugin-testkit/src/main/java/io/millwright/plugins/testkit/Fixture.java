package io.millwright.plugins.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of one class share: a folder, the data and one trained model, made when first asked for and removed after
 * the last test. Default tests of the suites take it as a parameter.
 */
public final class Fixture implements AutoCloseable {

    private final TemplateContract contract;
    private final Path folder;
    private @Nullable MemoryTable data;
    private @Nullable TrainedModel model;

    Fixture(TemplateContract contract) {
        this.contract = contract;
        try {
            this.folder = Files.createTempDirectory("template-contract-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A run with the contract's options. */
    public TemplateRun run() {
        return TemplateRun.of(contract::template, folder).withOptions(contract.options());
    }

    public MemoryTable data() throws Exception {
        if (data == null) {
            data = contract.data(run());
        }
        return data;
    }

    public TrainedModel model() throws Exception {
        if (model == null) {
            model = run().train(data());
        }
        return model;
    }

    /** A new empty folder. */
    public Path newFolder() throws IOException {
        return Files.createTempDirectory(folder, "test-");
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
