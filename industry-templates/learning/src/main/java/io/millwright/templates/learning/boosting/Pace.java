package io.millwright.templates.learning.boosting;

/**
 * How many trees are grown and how much each of them corrects.
 *
 * @param rounds trees in sequence; the most there can be when training stops early
 * @param patience rounds without a better validation figure after which training stops; 0 = never early
 * @param learningRate share of each round's correction that is taken
 */
public record Pace(int rounds, int patience, double learningRate) {

    /** So many, with no early stop. */
    public static Pace exactly(int rounds, double learningRate) {
        return new Pace(rounds, 0, learningRate);
    }
}
