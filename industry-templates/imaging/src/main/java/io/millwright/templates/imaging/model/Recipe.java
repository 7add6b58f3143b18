package io.millwright.templates.imaging.model;

import io.millwright.templates.imaging.network.Architecture;
import io.millwright.templates.imaging.pictures.InputSize;
import io.millwright.templates.imaging.pictures.Standardisation;
import java.util.List;
import java.util.Map;

/**
 * All that turns an image into an answer, beside the numbers of the networks: file {@value #FILE} of a model, as JSON.
 *
 * @param format version of this layout
 * @param classes in the order of the outputs
 * @param exclusive whether an image has exactly one
 * @param input the size that each image is brought to: area means where it shrinks, lines where it grows
 * @param architecture of every network, named as torchvision names its residual networks
 * @param networks how many there are; their logits are averaged
 * @param standardisation of the pixels, 0 to 1
 * @param views how many views a prediction is the mean of
 * @param mirrored whether mirrored ones are among them
 * @param temperature that the averaged logits are divided by
 * @param sought index of the class that is looked for, of two
 * @param threshold its probability from which on an image is said to have it, of two
 * @param howJudged what the figures of the report stand on
 * @param digests SHA-256 of the other files, by name
 */
public record Recipe(
        int format,
        List<String> classes,
        boolean exclusive,
        InputSize input,
        Architecture architecture,
        int networks,
        Standardisation standardisation,
        int views,
        boolean mirrored,
        double temperature,
        int sought,
        double threshold,
        String howJudged,
        Map<String, String> digests) {

    public static final String FILE = "recipe.json";
    public static final int FORMAT = 1;
}
