package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.EngineException;
import io.millwright.templates.learning.files.SavedFiles;
import io.millwright.templates.maintenance.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** Writes and reads the files of a failure model: trees as UBJSON and the recipe. */
final class FailureFiles {

    private static final String ANY = "trees.ubj";

    private FailureFiles() {}

    /** A model read back. Holds native memory: close after use. */
    record Saved(FailureRecipe recipe, FailureModel model) implements AutoCloseable {
        @Override
        public void close() {
            model.close();
        }
    }

    /** @param recipe makes the recipe of the files' digests */
    static void write(FailureModel model, Function<Map<String, String>, FailureRecipe> recipe, ModelOutput output) {
        try {
            Map<String, String> digests = new TreeMap<>();
            save(model.any(), output.file(ANY), ANY, digests);
            for (int sort = 0; sort < model.sorts().size(); sort++) {
                save(model.sorts().get(sort), output.file(sort(sort)), sort(sort), digests);
            }
            ModelFolder.write(recipe.apply(digests), output);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws TemplateException of kind USER when a file is missing, damaged or of a later layout */
    static Saved read(ModelInput input) throws TemplateException {
        List<BoostedTrees> read = new ArrayList<>();
        try {
            FailureRecipe recipe = ModelFolder.read(input, FailureRecipe.class);
            read.add(load(input, ANY, recipe));
            int sorts = recipe.classes().size() > 2 ? recipe.classes().size() - 1 : 0;
            for (int sort = 0; sort < sorts; sort++) {
                read.add(load(input, sort(sort), recipe));
            }
            if (recipe.features().width() != recipe.featureNames().size()) {
                throw SavedFiles.damaged("features that do not fit together");
            }
            return new Saved(
                    recipe, FailureModel.of(read.getFirst(), recipe.calibration(), read.subList(1, read.size())));
        } catch (IOException
                | UncheckedIOException
                | JacksonException
                | EngineException
                | IllegalArgumentException
                | NullPointerException bad) {
            read.forEach(BoostedTrees::close);
            throw SavedFiles.damaged(bad);
        }
    }

    private static void save(BoostedTrees trees, Path file, String name, Map<String, String> digests)
            throws IOException {
        trees.save(file);
        digests.put(name, SavedFiles.digest(file));
    }

    private static BoostedTrees load(ModelInput input, String name, FailureRecipe recipe)
            throws TemplateException, IOException {
        Path file = input.file(name);
        if (!SavedFiles.digest(file).equals(recipe.digests().get(name))) {
            throw SavedFiles.damaged(name);
        }
        return BoostedTrees.load(file);
    }

    private static String sort(int sort) {
        return "sort-" + (sort + 1) + ".ubj";
    }
}
