package io.millwright.templates.forecasting.model;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.learned.Trees;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.files.SavedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the files of a model: the recipe and the histories, both JSON. */
public final class ModelFiles {

    private static final String HISTORIES = "histories.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelFiles() {}

    /** @param series with gaps as NaN, which become null; those without any value last */
    public static void write(Recipe recipe, List<Series> series, @Nullable Trees trees, ModelOutput output) {
        try {
            if (trees != null) {
                Files.copy(trees.file(), output.file(Recipe.Learned.FILE));
            }
            Path histories = output.file(HISTORIES);
            Files.write(
                    histories,
                    JSON.writeValueAsBytes(series.stream().map(KeptSeries::of).toList()));
            Files.writeString(
                    output.file(Recipe.FILE),
                    INDENTED.writeValueAsString(recipe.withDigest(SavedFiles.digest(histories))) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws TemplateException of kind USER when a file is missing, damaged or of another layout */
    public static SavedModel read(ModelInput input) throws TemplateException {
        try {
            Recipe recipe = JSON.readValue(Files.readString(input.file(Recipe.FILE)), Recipe.class);
            if (recipe.format() != Recipe.FORMAT || !recipe.members().equals(Members.names())) {
                throw TemplateException.user(
                        "model-format",
                        "The model was written by another version of this template.",
                        "Score with the template version that trained it, or train again.");
            }
            Path histories = input.file(HISTORIES);
            if (!SavedFiles.digest(histories).equals(recipe.digest())) {
                throw SavedFiles.damaged(HISTORIES);
            }
            KeptSeries[] kept = JSON.readValue(Files.readAllBytes(histories), KeptSeries[].class);
            List<Series> all = Arrays.stream(kept).map(KeptSeries::series).toList();
            Recipe.Learned learned = recipe.learned();
            return new SavedModel(
                    recipe,
                    all.stream().filter(each -> each.values().length > 0).toList(),
                    all.stream().filter(each -> each.values().length == 0).toList(),
                    learned == null
                            ? null
                            : Trees.read(learned.shape(), learned.trees(), input.file(Recipe.Learned.FILE)));
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException bad) {
            throw SavedFiles.damaged(bad);
        }
    }
}
