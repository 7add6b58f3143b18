package io.millwright.templates.imaging.model;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.imaging.judging.Familiarity;
import io.millwright.templates.imaging.network.Tensor;
import io.millwright.templates.learning.files.SavedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the files of a model. */
public final class ModelFiles {

    static final String WEIGHTS = "model.safetensors";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelFiles() {}

    /** The recipe's digests are filled in here. */
    public static void write(ImagingModel model, ModelOutput output) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (int network = 0; network < model.weights().size(); network++) {
            String prefix = "network" + network + ".";
            model.weights().get(network).forEach((name, tensor) -> all.put(prefix + name, tensor));
        }
        for (int at = 0; at < model.familiarity().size(); at++) {
            Familiarity one = model.familiarity().get(at);
            String prefix = "familiarity" + at + ".";
            all.put(prefix + "means", tensor(one.means()));
            double[][] square = new double[one.factor().length][];
            for (int row = 0; row < square.length; row++) {
                square[row] = java.util.Arrays.copyOf(one.factor()[row], square.length);
            }
            all.put(prefix + "factor", tensor(square));
            all.put(prefix + "usual", tensor(new double[][] {{one.usual()}}));
        }
        try {
            Path weights = output.file(WEIGHTS);
            Safetensors.write(all, weights);
            Recipe recipe = model.recipe();
            Recipe complete = new Recipe(
                    recipe.format(),
                    recipe.classes(),
                    recipe.exclusive(),
                    recipe.input(),
                    recipe.architecture(),
                    recipe.networks(),
                    recipe.standardisation(),
                    recipe.views(),
                    recipe.mirrored(),
                    recipe.temperature(),
                    recipe.sought(),
                    recipe.threshold(),
                    recipe.howJudged(),
                    Map.of(WEIGHTS, SavedFiles.digest(weights)));
            Files.writeString(output.file(Recipe.FILE), JSON.writeValueAsString(complete) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws TemplateException of kind USER when a file is missing, damaged or of a later layout */
    public static ImagingModel read(ModelInput input) throws TemplateException {
        try {
            Recipe recipe = JSON.readValue(Files.readString(input.file(Recipe.FILE)), Recipe.class);
            if (recipe.format() != Recipe.FORMAT) {
                throw TemplateException.user(
                        "model-format",
                        "The model's layout is version %d; this template reads version %d."
                                .formatted(recipe.format(), Recipe.FORMAT),
                        "Score with the template version that trained it, or train again.");
            }
            if (!SavedFiles.digest(input.file(WEIGHTS)).equals(recipe.digests().get(WEIGHTS))) {
                throw SavedFiles.damaged(WEIGHTS);
            }
            Map<String, Tensor> all = Safetensors.read(input.file(WEIGHTS));
            List<Map<String, Tensor>> weights = new ArrayList<>();
            List<Familiarity> familiarity = new ArrayList<>();
            for (int at = 0; at < recipe.networks(); at++) {
                weights.add(under("network" + at + ".", all));
            }
            for (int at = 0; at <= recipe.networks(); at++) {
                Map<String, Tensor> one = under("familiarity" + at + ".", all);
                familiarity.add(new Familiarity(
                        matrix(one.get("means")), matrix(one.get("factor")), matrix(one.get("usual"))[0][0]));
            }
            return new ImagingModel(recipe, weights, familiarity);
        } catch (IOException
                | JacksonException
                | BadWeightsException
                | IllegalArgumentException
                | NullPointerException bad) {
            throw SavedFiles.damaged(bad);
        }
    }

    private static Map<String, Tensor> under(String prefix, Map<String, Tensor> all) {
        Map<String, Tensor> some = new LinkedHashMap<>();
        all.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), tensor);
            }
        });
        return some;
    }

    private static Tensor tensor(double[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) rows[at / rows[0].length][at % rows[0].length];
        }
        return new Tensor(new long[] {rows.length, rows[0].length}, values);
    }

    private static double[][] matrix(@Nullable Tensor tensor) {
        if (tensor == null || tensor.shape().length != 2) {
            throw new IllegalArgumentException("a table of numbers is missing");
        }
        int width = (int) tensor.shape()[1];
        double[][] rows = new double[(int) tensor.shape()[0]][width];
        for (int at = 0; at < tensor.values().length; at++) {
            rows[at / width][at % width] = tensor.values()[at];
        }
        return rows;
    }
}
