package io.millwright.templates.fraud.simulation;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TableOutput;
import io.millwright.templates.learning.metrics.Order;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Simulates card payments. Every transaction number begins with {@code SIM}, so that nobody takes the rows for real.
 *
 * @param days from 2025-01-06, a Monday
 * @param customers who pay about twice a day each
 * @param terminals where they pay
 */
public record Simulation(int days, int customers, int terminals, long seed) {

    public static final List<Column> COLUMNS = List.of(
            new Column("transaction_id", ColumnType.TEXT),
            new Column("timestamp", ColumnType.TIMESTAMP),
            new Column("customer_id", ColumnType.TEXT),
            new Column("terminal_id", ColumnType.TEXT),
            new Column("category", ColumnType.TEXT),
            new Column("amount", ColumnType.DECIMAL),
            new Column("fraud", ColumnType.INTEGER));

    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final long SECOND = 1_000_000L;
    private static final double SHARE_OF_FAVOURITES = 0.9;
    private static final double QUIET_SUNDAY = 0.6;

    /** The sample that the template ships: about 60,000 payments. */
    public static Simulation sample(long seed) {
        return new Simulation(70, 450, 300, seed);
    }

    /** Writes all payments in the order of time; the same for the same seed. */
    public void write(TableOutput output, Progress progress) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        World world = new World(customers, terminals, random);
        Crime crime = new Crime(customers, terminals);
        long number = 0;
        for (int day = 0; day < days; day++) {
            progress.update((double) day / days, "Simulating " + START.plusDays(day));
            crime.begin(day, random);
            Day payments = new Day(day, world, crime, random);
            for (int at : Order.ascending(payments.second)) {
                output.text(String.format(Locale.ROOT, "SIM%07d", ++number));
                output.integer((START.plusDays(day).toEpochDay() * 86_400 + payments.second[at]) * SECOND);
                output.text(String.format(Locale.ROOT, "C%05d", payments.customer[at]));
                output.text(String.format(Locale.ROOT, "T%05d", payments.terminal[at]));
                output.text(World.CATEGORIES[world.category[payments.terminal[at]]]);
                output.number(payments.amount[at]);
                output.integer(payments.fraud[at]);
                output.endRow();
            }
        }
    }

    /** The payments of one day, customer by customer. */
    private final class Day {
        private final long[] second;
        private final int[] customer;
        private final int[] terminal;
        private final double[] amount;
        private final int[] fraud;

        Day(int day, World world, Crime crime, SplittableRandom random) {
            int[] payments = new int[customers];
            int total = 0;
            double mood = START.plusDays(day).getDayOfWeek() == DayOfWeek.SUNDAY ? QUIET_SUNDAY : 1;
            for (int payer = 0; payer < customers; payer++) {
                payments[payer] = poisson(world.perDay[payer] * mood, random);
                total += payments[payer];
            }
            second = new long[total];
            customer = new int[total];
            terminal = new int[total];
            amount = new double[total];
            fraud = new int[total];
            int at = 0;
            for (int payer = 0; payer < customers; payer++) {
                for (int payment = 0; payment < payments[payer]; payment++) {
                    fill(at++, payer, day, world, crime, random);
                }
            }
        }

        private void fill(int at, int payer, int day, World world, Crime crime, SplittableRandom random) {
            int[] favourites = world.favourites[payer];
            customer[at] = payer;
            terminal[at] = random.nextDouble() < SHARE_OF_FAVOURITES
                    ? favourites[random.nextInt(favourites.length)]
                    : random.nextInt(terminals);
            second[at] = world.second(payer, random);
            double factor = crime.factor(payer, terminal[at], day, random);
            fraud[at] = factor > 0 ? 1 : 0;
            double paid = world.amount(payer, terminal[at], random) * (factor > 0 ? factor : 1);
            amount[at] = Math.max(0.01, Math.round(paid * 100) / 100.0);
        }
    }

    /** Knuth's method; fine for a few a day. */
    private static int poisson(double mean, SplittableRandom random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
