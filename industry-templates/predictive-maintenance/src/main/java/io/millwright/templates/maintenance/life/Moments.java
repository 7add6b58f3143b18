package io.millwright.templates.maintenance.life;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Moments in the lives of machines, each with what was said by a model that had not seen the machine.
 *
 * @param rows of the fleet
 * @param from for each moment the first row of the machine that the model was shown
 * @param estimates remaining life
 */
public record Moments(int[] rows, int[] from, double[] estimates) {

    /** Both, one after the other. */
    Moments with(Moments more) {
        return new Moments(
                joined(rows, more.rows),
                joined(from, more.from),
                IntStream.range(0, estimates.length + more.estimates.length)
                        .mapToDouble(
                                at -> at < estimates.length ? estimates[at] : more.estimates[at - estimates.length])
                        .toArray());
    }

    /** Some of them. */
    Moments pick(int[] positions) {
        return new Moments(
                Arrays.stream(positions).map(at -> rows[at]).toArray(),
                Arrays.stream(positions).map(at -> from[at]).toArray(),
                Arrays.stream(positions).mapToDouble(at -> estimates[at]).toArray());
    }

    int size() {
        return rows.length;
    }

    /** How many rows of the machine's past the model was shown. */
    int seen(int at) {
        return rows[at] - from[at] + 1;
    }

    private static int[] joined(int[] one, int[] two) {
        int[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
