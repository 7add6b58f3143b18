package io.millwright.templates.fraud.model;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.mixture.Mixture;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.EngineException;
import io.millwright.templates.learning.files.SavedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the files of a model: trees, recipe and history, all in open formats. */
public final class ModelFiles {

    static final String TREES = "model.ubj";
    static final String HISTORY = "history.csv.gz";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelFiles() {}

    /** @param recipe its digests are filled in here */
    public static void write(Recipe recipe, BoostedTrees trees, Remembered memory, ModelOutput output) {
        try {
            Path treeFile = output.file(TREES);
            Path historyFile = output.file(HISTORY);
            trees.save(treeFile);
            HistoryFile.write(memory, historyFile);
            Map<String, String> digests = new TreeMap<>();
            digests.put(TREES, SavedFiles.digest(treeFile));
            digests.put(HISTORY, SavedFiles.digest(historyFile));
            Recipe complete = new Recipe(
                    recipe.format(),
                    recipe.columns(),
                    recipe.features(),
                    recipe.featureNames(),
                    new TreeMap<>(recipe.outcomes()),
                    recipe.calibration(),
                    recipe.threshold(),
                    recipe.howJudged(),
                    recipe.linear(),
                    digests);
            Files.writeString(output.file(Recipe.FILE), JSON.writeValueAsString(complete) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws TemplateException of kind USER when a file is missing, damaged or of a later layout */
    public static FraudModel read(ModelInput input) throws TemplateException {
        try {
            Recipe recipe = JSON.readValue(Files.readString(input.file(Recipe.FILE)), Recipe.class);
            if (recipe.format() != Recipe.format(recipe.linear())) {
                throw TemplateException.user(
                        "model-format",
                        "The model's layout is version %d; this template reads versions up to %d."
                                .formatted(recipe.format(), Recipe.WITH_LINEAR_PART),
                        "Score with the template version that trained it, or train again.");
            }
            recipe.calibration().calibration();
            for (String file : List.of(TREES, HISTORY)) {
                if (!SavedFiles.digest(input.file(file)).equals(recipe.digests().get(file))) {
                    throw SavedFiles.damaged(file);
                }
            }
            Mixture mixture = recipe.mixture();
            return new FraudModel(
                    recipe, BoostedTrees.load(input.file(TREES)), mixture, HistoryFile.read(input.file(HISTORY)));
        } catch (IOException
                | JacksonException
                | EngineException
                | IllegalArgumentException
                | NullPointerException bad) {
            throw SavedFiles.damaged(bad);
        }
    }
}
