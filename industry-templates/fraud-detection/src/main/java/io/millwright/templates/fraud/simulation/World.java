package io.millwright.templates.fraud.simulation;

import java.util.SplittableRandom;

/** The customers and terminals of the simulation, and how each customer usually pays. */
final class World {

    static final String[] CATEGORIES = {"groceries", "fuel", "restaurant", "fashion", "electronics", "travel", "online"
    };
    private static final double[] CATEGORY_LEVEL = {0.8, 1.0, 0.7, 1.2, 1.5, 1.6, 1.0};

    private static final int FAVOURITES = 12;

    final double[] usualAmount;
    final double[] perDay;
    final double[] peakHour;
    final int[][] favourites;
    final int[] category;

    World(int customers, int terminals, SplittableRandom random) {
        category = new int[terminals];
        for (int terminal = 0; terminal < terminals; terminal++) {
            category[terminal] = random.nextInt(CATEGORIES.length);
        }
        usualAmount = new double[customers];
        perDay = new double[customers];
        peakHour = new double[customers];
        favourites = new int[customers][FAVOURITES];
        for (int customer = 0; customer < customers; customer++) {
            usualAmount[customer] = 8 * Math.exp(2.2 * random.nextDouble());
            perDay[customer] = 4 * random.nextDouble();
            peakHour[customer] = 9 + 11 * random.nextDouble();
            for (int at = 0; at < FAVOURITES; at++) {
                favourites[customer][at] = random.nextInt(terminals);
            }
        }
    }

    /** An amount as this customer usually spends at this terminal. */
    double amount(int customer, int terminal, SplittableRandom random) {
        double level = usualAmount[customer] * CATEGORY_LEVEL[category[terminal]];
        return level * Math.exp(0.35 * normal(random));
    }

    /** A second of the day, around the customer's usual hour. */
    int second(int customer, SplittableRandom random) {
        double hour = peakHour[customer] + 3.5 * normal(random);
        return (int) (Math.floorMod((long) (hour * 3_600), 86_400L));
    }

    /** Approximately, by the sum of uniform ones; the same on every machine. */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int at = 0; at < 12; at++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
