package io.millwright.templates.forecasting.model;

import io.millwright.plugins.api.ModelInput;
import io.millwright.plugins.api.ModelOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.members.Member;
import io.millwright.templates.forecasting.members.Members;
import io.millwright.templates.forecasting.panel.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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

    /** Names of all members, in the order of the bits of a choice. */
    public static List<String> members() {
        return Members.ALL.stream().map(Member::name).toList();
    }

    /** @param series with gaps as NaN, which become null */
    public static void write(Recipe recipe, List<Series> series, ModelOutput output) {
        try {
            Path histories = output.file(HISTORIES);
            Files.write(
                    histories,
                    JSON.writeValueAsBytes(series.stream().map(Kept::of).toList()));
            Files.writeString(
                    output.file(Recipe.FILE), INDENTED.writeValueAsString(recipe.withDigest(digest(histories))) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws TemplateException of kind USER when a file is missing, damaged or of another layout */
    public static SavedModel read(ModelInput input) throws TemplateException {
        try {
            Recipe recipe = JSON.readValue(Files.readString(input.file(Recipe.FILE)), Recipe.class);
            if (recipe.format() != Recipe.FORMAT || !recipe.members().equals(members())) {
                throw TemplateException.user(
                        "model-format",
                        "The model was written by another version of this template.",
                        "Score with the template version that trained it, or train again.");
            }
            Path histories = input.file(HISTORIES);
            if (!digest(histories).equals(recipe.digest())) {
                throw damaged(HISTORIES);
            }
            Kept[] kept = JSON.readValue(Files.readAllBytes(histories), Kept[].class);
            return new SavedModel(
                    recipe, java.util.Arrays.stream(kept).map(Kept::series).toList());
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException bad) {
            throw damaged(String.valueOf(bad.getMessage()).lines().findFirst().orElse(""));
        }
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

    /** A series as it is written. */
    record Kept(List<String> keys, long start, List<@org.jspecify.annotations.Nullable Double> values) {
        static Kept of(Series series) {
            List<@org.jspecify.annotations.Nullable Double> values = new java.util.ArrayList<>();
            for (double value : series.values()) {
                values.add(Double.isNaN(value) ? null : value);
            }
            return new Kept(series.keys(), series.start(), values);
        }

        Series series() {
            double[] known = new double[values.size()];
            for (int at = 0; at < known.length; at++) {
                Double value = values.get(at);
                known[at] = value == null ? Double.NaN : value;
            }
            return new Series(keys, start, known);
        }
    }
}
