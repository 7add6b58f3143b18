package io.millwright.templates.example;

import io.millwright.plugins.api.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The model.
 *
 * @param mean the average of the label, in its unit
 * @param rows how many rows it was learnt from
 */
record Average(double mean, int rows) {

    private static final Pattern TEXT = Pattern.compile("mean=(\\S+)\nrows=(\\d+)\nend\n");

    void write(Path file) {
        try {
            Files.writeString(file, "mean=%s\nrows=%d\nend\n".formatted(mean, rows));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Average read(Path file) throws TemplateException {
        try {
            var text = TEXT.matcher(Files.readString(file));
            if (text.matches()) {
                return new Average(Double.parseDouble(text.group(1)), Integer.parseInt(text.group(2)));
            }
        } catch (IOException | NumberFormatException damaged) {
            // told below, like any other text that is not a model
        }
        throw TemplateException.user("model-unreadable", "The model's file cannot be read.", "Train the model again.");
    }
}
