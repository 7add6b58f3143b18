package io.millwright.broker.runner;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The files of a model: those to write while training, those to read while scoring. */
final class ModelFolder implements ModelInput, ModelOutput {

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");

    private final Attempt attempt;
    private final Path folder;
    private final boolean writing;

    ModelFolder(AttemptFiles files, Attempt attempt) {
        this.attempt = attempt;
        this.writing = attempt.kind().equals("train");
        this.folder = (writing ? files.outputs() : files.inputs()).resolve("model");
    }

    @Override
    public Path file(String name) {
        if (!SIMPLE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a model's file is named with letters, digits, dots and hyphens, not \"" + name + "\"");
        }
        Path file = folder.resolve(name);
        if (!writing && !Files.exists(file)) {
            throw new IllegalArgumentException("the model has no file \"" + name + "\"");
        }
        return file;
    }

    @Override
    public String templateVersion() {
        return attempt.modelTemplateVersion();
    }

    boolean empty() {
        String[] names = new File(folder.toString()).list();
        return names == null || names.length == 0;
    }
}
