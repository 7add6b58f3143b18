package io.millwright.templates.maintenance.model;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.files.SavedFiles;
import java.io.IOException;
import java.nio.file.Files;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the models of all questions have in common: a recipe as JSON that names its question and the digests of other files. */
public final class ModelFolder {

    /** Version of the layout of recipes. */
    public static final int FORMAT = 2;

    private static final String RECIPE = "recipe.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelFolder() {}

    /** A recipe, whichever question it answers. */
    public interface Named {

        /** Version of the layout. */
        int format();

        /** The question, as the option {@code task} names it. */
        String task();
    }

    /** Which question a model answers. */
    public static String task(ModelInput input) throws TemplateException {
        try {
            return JSON.readTree(Files.readString(input.file(RECIPE)))
                    .path("task")
                    .asString("");
        } catch (IOException | JacksonException | IllegalArgumentException bad) {
            throw SavedFiles.damaged(bad);
        }
    }

    public static void write(Named recipe, ModelOutput output) throws IOException {
        Files.writeString(output.file(RECIPE), JSON.writeValueAsString(recipe) + "\n");
    }

    /** @throws TemplateException of kind USER when the recipe is of a later layout */
    public static <T extends Named> T read(ModelInput input, Class<T> type) throws TemplateException, IOException {
        T recipe = JSON.readValue(Files.readString(input.file(RECIPE)), type);
        if (recipe.format() != FORMAT) {
            throw TemplateException.user(
                    "model-format",
                    "The model's layout is version %d; this template reads version %d."
                            .formatted(recipe.format(), FORMAT),
                    "Score with the template version that trained it, or train again.");
        }
        return recipe;
    }
}
