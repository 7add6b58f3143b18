package io.millwright.templates.forecasting.simulation;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TableOutput;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Simulates what a chain of bakeries sells on each day of a year and a half, with offers and holidays, and the two weeks
 * ahead, whose offers and holidays are planned. Saturdays are busy, cake sells on Sundays, one shop grows, one closes on
 * Mondays, a cake made to order sells now and then, and a seventh shop opens tomorrow. Shops' names begin with {@code SIM}, so
 * that nobody takes the rows for real.
 *
 * @param seed everything follows from it
 */
public record Bakeries(long seed) {

    public static final List<Column> COLUMNS = List.of(
            new Column("date", ColumnType.DATE),
            new Column("shop", ColumnType.TEXT),
            new Column("product", ColumnType.TEXT),
            new Column("sold", ColumnType.INTEGER),
            new Column("price", ColumnType.DECIMAL),
            new Column("offer", ColumnType.BOOLEAN),
            new Column("holiday", ColumnType.BOOLEAN));

    private static final int DAYS = 550;
    private static final int AHEAD = 14;
    private static final String OPENING = "SIM-Bridge";
    /** Days of the year with little going on. */
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(10, 3),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(7, 14));

    private static final double OFFER_SHARE = 0.1;
    private static final double OFFER_PRICE = 0.8;
    private static final double OFFER_GAIN = 1.6;
    private static final double HOLIDAY_GAIN = 0.35;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<String> SHOPS =
            List.of("SIM-Station", "SIM-Market", "SIM-Harbour", "SIM-Village", "SIM-University", "SIM-Park");
    private static final List<Product> PRODUCTS = List.of(
            new Product("Rye bread", 60, 4.2, new double[] {0.9, 0.9, 0.95, 1, 1.2, 1.5, 0.5}),
            new Product("Rolls", 240, 0.5, new double[] {0.9, 0.9, 0.9, 0.95, 1.05, 1.5, 1.2}),
            new Product("Croissant", 80, 1.8, new double[] {0.9, 0.85, 0.9, 0.9, 1, 1.3, 1.4}),
            new Product("Plum cake", 35, 3.1, new double[] {0.6, 0.6, 0.7, 0.8, 1, 1.5, 1.9}),
            new Product("Cake to order", 0.2, 29, new double[] {0.5, 0.5, 0.6, 0.8, 1.2, 2, 1.2}));

    /** What is sold, how much of it, at which price, and how the days of the week differ, from Monday on. */
    private record Product(String name, double usual, double price, double[] week) {}

    /** Writes all rows, day by day. */
    public void write(TableOutput output, Progress progress) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sizes = new double[SHOPS.size()];
        for (int shop = 0; shop < sizes.length; shop++) {
            sizes[shop] = 0.5 + 1.2 * random.nextDouble();
        }
        double weather = 0;
        boolean[][] offers = new boolean[SHOPS.size() + 1][PRODUCTS.size()];
        for (int day = 0; day < DAYS + AHEAD; day++) {
            if (day % 50 == 0) {
                progress.update((double) day / (DAYS + AHEAD), "Simulating the bakeries");
            }
            LocalDate date = START.plusDays(day);
            weather = 0.7 * weather + 0.05 * random.nextGaussian();
            int weekday = date.getDayOfWeek().getValue() - 1;
            boolean holiday = HOLIDAYS.contains(MonthDay.from(date));
            double year =
                    (1 + 0.1 * Math.cos(2 * Math.PI * date.getDayOfYear() / 365.25)) * (holiday ? HOLIDAY_GAIN : 1);
            for (int shop = day < DAYS ? 1 : 0; shop <= SHOPS.size(); shop++) {
                int open = shop - 1;
                double growth = open == 2 ? 1 + 0.5 * day / DAYS : 1;
                for (int item = 0; item < PRODUCTS.size(); item++) {
                    Product product = PRODUCTS.get(item);
                    offers[shop][item] = weekday == 0 ? random.nextDouble() < OFFER_SHARE : offers[shop][item];
                    boolean offer = offers[shop][item];
                    boolean closed = open == 3 && weekday == 0;
                    output.integer(date.toEpochDay());
                    output.text(open < 0 ? OPENING : SHOPS.get(open));
                    output.text(product.name());
                    if (day < DAYS) {
                        double mean = product.usual()
                                * product.week()[weekday]
                                * sizes[open]
                                * growth
                                * year
                                * (offer ? OFFER_GAIN : 1)
                                * Math.exp(weather + 0.08 * random.nextGaussian());
                        output.integer(closed ? 0 : count(mean, random));
                    } else {
                        output.missing();
                    }
                    output.number(product.price() * (offer ? OFFER_PRICE : 1));
                    output.integer(offer ? 1 : 0);
                    output.integer(holiday ? 1 : 0);
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
