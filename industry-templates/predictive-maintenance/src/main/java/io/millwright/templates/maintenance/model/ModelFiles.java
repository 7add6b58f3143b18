package io.millwright.templates.maintenance.model;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.EngineException;
import io.millwright.templates.maintenance.life.LifeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the files of a model: trees as UBJSON, one file for each member, and the recipe. */
public final class ModelFiles {

    private static final int MOST_MEMBERS = 64;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelFiles() {}

    public static void write(Recipe recipe, LifeModel model, ModelOutput output) {
        try {
            Map<String, String> digests = new TreeMap<>();
            for (int member = 0; member < model.members().size(); member++) {
                Path file = output.file(trees(member));
                model.members().get(member).save(file);
                digests.put(trees(member), digest(file));
            }
            Files.writeString(output.file(Recipe.FILE), JSON.writeValueAsString(recipe.withDigests(digests)) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws TemplateException of kind USER when a file is missing, damaged or of a later layout */
    public static SavedModel read(ModelInput input) throws TemplateException {
        List<BoostedTrees> members = new ArrayList<>();
        try {
            Recipe recipe = JSON.readValue(Files.readString(input.file(Recipe.FILE)), Recipe.class);
            if (recipe.format() != Recipe.FORMAT) {
                throw TemplateException.user(
                        "model-format",
                        "The model's layout is version %d; this template reads version %d."
                                .formatted(recipe.format(), Recipe.FORMAT),
                        "Score with the template version that trained it, or train again.");
            }
            if (recipe.members() < 1 || recipe.members() > MOST_MEMBERS) {
                throw damaged(recipe.members() + " files of trees");
            }
            for (int member = 0; member < recipe.members(); member++) {
                Path file = input.file(trees(member));
                if (!digest(file).equals(recipe.digests().get(trees(member)))) {
                    throw damaged(trees(member));
                }
                members.add(BoostedTrees.load(file));
            }
            if (recipe.frame().width() != recipe.featureNames().size()) {
                throw damaged("features that do not fit together");
            }
            return new SavedModel(recipe, new LifeModel(recipe.frame(), recipe.cut(), members));
        } catch (IOException
                | JacksonException
                | EngineException
                | IllegalArgumentException
                | NullPointerException bad) {
            members.forEach(BoostedTrees::close);
            throw damaged(String.valueOf(bad.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static String trees(int member) {
        return "trees-" + (member + 1) + ".ubj";
    }

    private static TemplateException damaged(String what) {
        return TemplateException.user(
                "model-unreadable",
                "The model's files are damaged or incomplete (" + what + ").",
                "Train the model again.");
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
