package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.columns.Covariate;
import java.util.List;
import java.util.stream.IntStream;

/** What a series did at earlier steps with like prices and promotions: a mean weighted by likeness (Nadaraya 1964). */
final class AlikeColumns {

    private static final int MOST_INPUTS = 5;
    /** How near prices have to be, as a share of their usual spread. */
    private static final double NEAR = 0.5;

    private static final double OTHER_FLAG = 2.5;
    private static final double FADING = 0.985;
    private static final double PRIOR = 0.1;

    private final Shape shape;
    private final int[] compared;

    AlikeColumns(Shape shape) {
        this.shape = shape;
        this.compared = IntStream.range(0, shape.inputs().size())
                .filter(input -> shape.inputs().get(input).own())
                .limit(MOST_INPUTS)
                .toArray();
    }

    List<String> names() {
        return compared.length == 0 ? List.of() : List.of("level at like steps", "like steps");
    }

    int write(Track track, int target, int now, float[] row, int first) {
        if (compared.length == 0) {
            return first;
        }
        int count = track.count(now);
        double level = track.level(count);
        double sum = 0;
        double weights = 0;
        double fading = 1;
        for (int number = count - 1; number >= Math.max(0, count - Shape.MEMORY); number--) {
            double weight = fading * Math.exp(-distance(track, target, track.cell(number)));
            sum += weight * (track.value(number) - level);
            weights += weight;
            fading *= FADING;
        }
        row[first] = (float) (sum / (weights + PRIOR) / track.unit(count));
        row[first + 1] = (float) weights;
        return first + 2;
    }

    private double distance(Track track, int one, int other) {
        double distance = 0;
        for (int input : compared) {
            double apart = track.input(input, one) - (double) track.input(input, other);
            if (Double.isNaN(apart)) {
                continue;
            }
            Input told = shape.inputs().get(input);
            if (told.kind() == Covariate.Kind.FLAG) {
                distance += apart == 0 ? 0 : OTHER_FLAG;
            } else {
                apart /= NEAR * told.spread();
                distance += apart * apart / 2;
            }
        }
        return distance;
    }
}
