package io.millwright.templates.maintenance.life.scoring;

import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.maintenance.features.FeatureKind;
import io.millwright.templates.maintenance.life.model.Recipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says in words why a machine has little life left: the sensors that shorten the estimate most. */
final class Reasons {

    static final int MOST = 3;

    private final Recipe recipe;

    Reasons(Recipe recipe) {
        this.recipe = recipe;
    }

    /** At most three, the weightiest first. */
    List<String> of(Matrix matrix, int row, float[] contributions) {
        int kinds = FeatureKind.values().length;
        int channels = recipe.channels().length + 1;
        List<Channel> shortening = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            int strongest = 0;
            for (int kind = 0; kind < kinds; kind++) {
                sum += contributions[channel * kinds + kind];
                strongest = contributions[channel * kinds + kind] < contributions[channel * kinds + strongest]
                        ? kind
                        : strongest;
            }
            if (sum < 0) {
                shortening.add(new Channel(channel, strongest, sum));
            }
        }
        shortening.sort(Comparator.comparingDouble(Channel::sum));
        return shortening.stream()
                .limit(MOST)
                .map(each -> say(each, matrix.cells()[row * matrix.columns() + each.channel() * kinds + each.kind()]))
                .toList();
    }

    private String say(Channel reason, float value) {
        FeatureKind kind = FeatureKind.values()[reason.kind()];
        if (reason.channel() == recipe.channels().length) {
            return "all sensors together look worn";
        }
        String name = recipe.columns().sensors().get(recipe.channels()[reason.channel()]);
        if (kind.isSlope()) {
            return String.format(Locale.ROOT, "%s has been %s", name, value >= 0 ? "rising" : "falling");
        }
        return String.format(
                Locale.ROOT,
                "%s is %.1f standard deviations %s usual",
                name,
                Math.abs(value),
                value >= 0 ? "above" : "below");
    }

    private record Channel(int channel, int kind, double sum) {}
}
