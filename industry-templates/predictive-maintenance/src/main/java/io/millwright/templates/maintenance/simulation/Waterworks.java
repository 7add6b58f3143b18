package io.millwright.templates.maintenance.simulation;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TableOutput;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Simulates the pumps of a waterworks until their bearings fail. By night they run at low speed, by day at high. In each a
 * bearing begins to wear at some time: it runs hotter and shakes more, faster and faster; the motor draws more current and a
 * little less water is moved. Names begin with {@code SIM}, so that nobody takes the rows for real.
 *
 * @param seed everything follows from it
 */
public record Waterworks(long seed) {

    public static final List<Column> COLUMNS = List.of(
            new Column("pump", ColumnType.TEXT),
            new Column("day", ColumnType.INTEGER),
            new Column("setting_speed", ColumnType.INTEGER),
            new Column("bearing_temperature", ColumnType.DECIMAL),
            new Column("vibration", ColumnType.DECIMAL),
            new Column("motor_current", ColumnType.DECIMAL),
            new Column("flow", ColumnType.DECIMAL),
            new Column("outlet_pressure", ColumnType.DECIMAL),
            new Column("seal_leakage", ColumnType.DECIMAL));

    private static final int PUMPS = 90;

    /** Writes all rows, pump by pump. */
    public void write(TableOutput output, Progress progress) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int pump = 0; pump < PUMPS; pump++) {
            progress.update((double) pump / PUMPS, "Simulating pump " + (pump + 1));
            life(String.format(Locale.ROOT, "SIM-P%03d", pump + 1), output, random);
        }
    }

    private static void life(String name, TableOutput output, SplittableRandom random) {
        int healthy = random.nextInt(60, 220);
        int wearing = random.nextInt(60, 130);
        double warmth = random.nextGaussian();
        double hardness = 0.8 + 0.4 * random.nextDouble();
        for (int day = 1; day <= healthy + wearing; day++) {
            double wear = Math.max(0, (double) (day - healthy) / wearing);
            double damage = hardness * (Math.exp(2.5 * wear) - 1) / (Math.exp(2.5) - 1);
            boolean fast = random.nextDouble() < 0.55;
            output.text(name);
            output.integer(day);
            output.integer(fast ? 1480 : 990);
            output.number(rounded((fast ? 61 : 48) + warmth + 14 * damage + 0.9 * random.nextGaussian()));
            output.number(rounded((fast ? 2.1 : 1.2) * (1 + 1.6 * damage) + 0.14 * random.nextGaussian()));
            output.number(rounded((fast ? 41 : 23) * (1 + 0.09 * damage) + 0.5 * random.nextGaussian()));
            output.number(rounded((fast ? 118 : 76) * (1 - 0.06 * damage) + 1.1 * random.nextGaussian()));
            output.number(rounded((fast ? 6.2 : 3.9) - 0.15 * damage + 0.08 * random.nextGaussian()));
            if (random.nextDouble() < 0.02) {
                output.missing();
            } else {
                output.number(rounded(0.4 + 0.5 * wear * wear + 0.15 * random.nextGaussian()));
            }
            output.endRow();
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
