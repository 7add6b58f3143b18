package io.millwright.templates.fraud.simulation;

import java.util.SplittableRandom;

/**
 * What thieves do in the simulation, in three ways: a stolen card pays far above the usual for two days; a terminal that was
 * tampered with yields fraud of ordinary amounts for weeks; leaked card data are used for some payments of raised amount.
 */
final class Crime {

    private static final double TERMINALS_PER_DAY = 0.0006;
    private static final double CARDS_PER_DAY = 0.0012;
    private static final double LEAKS_PER_DAY = 0.0012;
    private static final double SHARE_AT_TERMINAL = 0.75;
    private static final double SHARE_OF_LEAKED = 0.35;

    private final int[] terminalUntil;
    private final int[] stolenUntil;
    private final int[] leakedUntil;

    Crime(int customers, int terminals) {
        terminalUntil = new int[terminals];
        stolenUntil = new int[customers];
        leakedUntil = new int[customers];
    }

    /** Begins a day: some terminals, cards and data fall into wrong hands. */
    void begin(int day, SplittableRandom random) {
        spread(terminalUntil, TERMINALS_PER_DAY, day, 14, 28, random);
        spread(stolenUntil, CARDS_PER_DAY, day, 1, 3, random);
        spread(leakedUntil, LEAKS_PER_DAY, day, 7, 14, random);
    }

    /** The factor by which fraud raises the amount; 0 for a genuine payment. */
    double factor(int customer, int terminal, int day, SplittableRandom random) {
        if (stolenUntil[customer] > day) {
            return 5 + 8 * random.nextDouble();
        }
        if (leakedUntil[customer] > day && random.nextDouble() < SHARE_OF_LEAKED) {
            return 3 + 3 * random.nextDouble();
        }
        return terminalUntil[terminal] > day && random.nextDouble() < SHARE_AT_TERMINAL ? 1 : 0;
    }

    private static void spread(
            int[] until, double chance, int day, int shortest, int longest, SplittableRandom random) {
        for (int one = 0; one < until.length; one++) {
            if (until[one] <= day && random.nextDouble() < chance) {
                until[one] = day + random.nextInt(shortest, longest + 1);
            }
        }
    }
}
