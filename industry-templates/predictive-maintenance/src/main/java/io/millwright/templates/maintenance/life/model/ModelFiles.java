package io.millwright.templates.maintenance.life.model;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.EngineException;
import io.millwright.templates.learning.files.SavedFiles;
import io.millwright.templates.maintenance.life.LifeModel;
import io.millwright.templates.maintenance.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/** Writes and reads the files of a model: trees as UBJSON, one file for each member, and the recipe. */
public final class ModelFiles {

    private static final int MOST_MEMBERS = 64;

    private ModelFiles() {}

    public static void write(Recipe recipe, LifeModel model, ModelOutput output) {
        try {
            Map<String, String> digests = new TreeMap<>();
            for (int member = 0; member < model.members().size(); member++) {
                Path file = output.file(trees(member));
                model.members().get(member).save(file);
                digests.put(trees(member), SavedFiles.digest(file));
            }
            ModelFolder.write(recipe.withDigests(digests), output);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws TemplateException of kind USER when a file is missing, damaged or of a later layout */
    public static SavedModel read(ModelInput input) throws TemplateException {
        List<BoostedTrees> members = new ArrayList<>();
        try {
            Recipe recipe = ModelFolder.read(input, Recipe.class);
            if (recipe.members() < 1 || recipe.members() > MOST_MEMBERS) {
                throw SavedFiles.damaged(recipe.members() + " files of trees");
            }
            for (int member = 0; member < recipe.members(); member++) {
                Path file = input.file(trees(member));
                if (!SavedFiles.digest(file).equals(recipe.digests().get(trees(member)))) {
                    throw SavedFiles.damaged(trees(member));
                }
                members.add(BoostedTrees.load(file));
            }
            if (recipe.frame().width() != recipe.featureNames().size()) {
                throw SavedFiles.damaged("features that do not fit together");
            }
            return new SavedModel(recipe, LifeModel.of(recipe.frame(), recipe.cut(), members));
        } catch (IOException
                | UncheckedIOException
                | JacksonException
                | EngineException
                | IllegalArgumentException
                | NullPointerException bad) {
            members.forEach(BoostedTrees::close);
            throw SavedFiles.damaged(bad);
        }
    }

    private static String trees(int member) {
        return "trees-" + (member + 1) + ".ubj";
    }
}
