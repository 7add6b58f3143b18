package io.millwright.templates.forecasting.simulation;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TableOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Simulates what a chain of bakeries sells on each day of a year and a half. Saturdays are busy, cake sells on Sundays, one
 * shop grows, one closes on Mondays, and a cake made to order sells now and then. Shops' names begin with {@code SIM}, so that
 * nobody takes the rows for real.
 *
 * @param seed everything follows from it
 */
public record Bakeries(long seed) {

    public static final List<Column> COLUMNS = List.of(
            new Column("date", ColumnType.DATE),
            new Column("shop", ColumnType.TEXT),
            new Column("product", ColumnType.TEXT),
            new Column("sold", ColumnType.INTEGER));

    private static final int DAYS = 550;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<String> SHOPS =
            List.of("SIM-Station", "SIM-Market", "SIM-Harbour", "SIM-Village", "SIM-University", "SIM-Park");
    private static final List<Product> PRODUCTS = List.of(
            new Product("Rye bread", 60, new double[] {0.9, 0.9, 0.95, 1, 1.2, 1.5, 0.5}),
            new Product("Rolls", 240, new double[] {0.9, 0.9, 0.9, 0.95, 1.05, 1.5, 1.2}),
            new Product("Croissant", 80, new double[] {0.9, 0.85, 0.9, 0.9, 1, 1.3, 1.4}),
            new Product("Plum cake", 35, new double[] {0.6, 0.6, 0.7, 0.8, 1, 1.5, 1.9}),
            new Product("Cake to order", 0.2, new double[] {0.5, 0.5, 0.6, 0.8, 1.2, 2, 1.2}));

    /** What is sold, how much of it, and how the days of the week differ, from Monday on. */
    private record Product(String name, double usual, double[] week) {}

    /** Writes all rows, day by day. */
    public void write(TableOutput output, Progress progress) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sizes = new double[SHOPS.size()];
        for (int shop = 0; shop < sizes.length; shop++) {
            sizes[shop] = 0.5 + 1.2 * random.nextDouble();
        }
        double weather = 0;
        for (int day = 0; day < DAYS; day++) {
            if (day % 50 == 0) {
                progress.update((double) day / DAYS, "Simulating the bakeries");
            }
            LocalDate date = START.plusDays(day);
            weather = 0.7 * weather + 0.05 * random.nextGaussian();
            double year = 1 + 0.1 * Math.cos(2 * Math.PI * date.getDayOfYear() / 365.25);
            int weekday = date.getDayOfWeek().getValue() - 1;
            for (int shop = 0; shop < sizes.length; shop++) {
                double growth = shop == 2 ? 1 + 0.5 * day / DAYS : 1;
                for (Product product : PRODUCTS) {
                    boolean closed = shop == 3 && weekday == 0;
                    double mean = closed
                            ? 0
                            : product.usual()
                                    * product.week()[weekday]
                                    * sizes[shop]
                                    * growth
                                    * year
                                    * Math.exp(weather + 0.08 * random.nextGaussian());
                    output.integer(date.toEpochDay());
                    output.text(SHOPS.get(shop));
                    output.text(product.name());
                    output.integer(count(mean, random));
                    output.endRow();
                }
            }
        }
    }

    /** A count with this mean: Poisson for small ones, its normal approximation for large ones. */
    private static long count(double mean, SplittableRandom random) {
        if (mean > 30) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
