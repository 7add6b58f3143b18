package io.millwright.templates.learning.search;

/**
 * How many choices are tried with how much effort: rounds of equally many new choices; within a round, the best share of
 * them goes on with more effort, until some were tried with the full effort (successive halving, Jamieson and Talwalkar 2016).
 *
 * <p>Widths are fixed, whatever runs at the same time: the same seed finds the same on any cluster.
 *
 * @param rounds of new choices, at least 1
 * @param width new choices in a round, at least 1
 * @param factor one in so many goes on, with so many times the effort; at least 2
 * @param rungs steps of effort in a round, the last with the full one; 1 = every choice is tried fully
 * @param patience rounds without a better result after which the search ends early; 0 = never
 */
public record Schedule(int rounds, int width, int factor, int rungs, int patience) {
    /** How many are proposed at once where every choice is tried fully: few enough to learn from, enough for a small cluster. */
    private static final int BATCH = 4;

    public Schedule {
        if (rounds < 1 || width < 1 || factor < 2 || rungs < 1 || patience < 0) {
            throw new IllegalArgumentException("a schedule needs a round, a width, a rung and a factor from 2 on");
        }
    }

    /** Every choice with the full effort; ends early after three rounds of four without anything better. */
    public static Schedule full(int trials) {
        return new Schedule(Math.ceilDiv(trials, BATCH), Math.min(BATCH, trials), 2, 1, 3);
    }

    /** Rounds of successive halving by three: of {@code width} choices the best third goes on with three times the effort. */
    public static Schedule halving(int rounds, int width, int rungs) {
        return new Schedule(rounds, width, 3, rungs, 2);
    }

    /** Share of the full effort on a rung, from 0. */
    double budget(int rung) {
        return Math.pow(factor, rung - (rungs - 1.0));
    }

    /** How many choices there are on a rung, when none is lost. */
    int width(int rung) {
        return Math.max(1, (int) (width / Math.pow(factor, rung)));
    }

    /** Trials in all, when none is lost and the search does not end early. */
    public int trials() {
        int sum = 0;
        for (int rung = 0; rung < rungs; rung++) {
            sum += width(rung);
        }
        return sum * rounds;
    }

    /** What the search takes in trials of full effort, e.g. to foretell its time. */
    public double effort() {
        double sum = 0;
        for (int rung = 0; rung < rungs; rung++) {
            sum += width(rung) * budget(rung);
        }
        return sum * rounds;
    }
}
