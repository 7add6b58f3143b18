package io.millwright.templates.maintenance;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import java.util.Locale;
import java.util.Random;

/** Machines whose failures follow rules that tests know. */
final class Simulated {

    private Simulated() {}

    /**
     * Workpieces of a milling shop without histories: they fail by overheating when it is warm and the spindle slow, by overload when
     * torque times speed is high, and by worn tools, which poorer grades do not stand.
     */
    static MemoryTable milling(String header, int rows, long seed, boolean sorts) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int row = 0; row < rows; row++) {
            int grade = random.nextInt(10);
            String type = grade < 6 ? "L" : grade < 9 ? "M" : "H";
            double warmth = 300 + 2 * random.nextGaussian();
            double speed = 1500 + 180 * random.nextGaussian();
            double torque = Math.max(4, 40 + 10 * random.nextGaussian() - 0.02 * (speed - 1500));
            double wear = random.nextInt(250);
            double stands = type.equals("L") ? 11_000 : type.equals("M") ? 12_000 : 13_000;
            boolean hot = warmth > 302.5 && speed < 1400;
            boolean overload = torque * speed > 88_000;
            boolean worn = wear * torque > stands;
            boolean chance = random.nextInt(1_000) == 0;
            String sort = hot ? "heat" : overload ? "overload" : worn ? "tool wear" : chance ? "tool wear" : "none";
            csv.append(type)
                    .append(',')
                    .append(number(warmth))
                    .append(',')
                    .append(number(speed))
                    .append(',');
            csv.append(number(torque)).append(',').append((int) wear).append(',');
            csv.append(sorts ? sort : sort.equals("none") ? "0" : "1").append('\n');
        }
        return CsvFiles.parse(csv.toString());
    }

    /** Compressors that are repaired after each failure and run on; before a failure pressure falls and vibration rises. */
    static MemoryTable repaired(String header, int machines, int rows, long seed) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int machine = 1; machine <= machines; machine++) {
            int until = 60 + random.nextInt(120);
            String model = machine % 3 == 0 ? "old" : "new";
            for (int hour = 0; hour < rows; hour++) {
                boolean fails = until == 0;
                double near = until <= 25 ? 1 - until / 25.0 : 0;
                double vibration = 2 + 1.5 * near + 0.25 * random.nextGaussian();
                double pressure = 7 - 0.8 * near + 0.15 * random.nextGaussian();
                double current = 30 + random.nextGaussian();
                csv.append("C")
                        .append(machine)
                        .append(',')
                        .append(hour)
                        .append(',')
                        .append(model)
                        .append(',');
                csv.append(number(vibration))
                        .append(',')
                        .append(number(pressure))
                        .append(',');
                csv.append(number(current)).append(',').append(fails ? 1 : 0).append('\n');
                until = fails ? 60 + random.nextInt(120) : until - 1;
            }
        }
        return CsvFiles.parse(csv.toString());
    }

    /** What is done to a stream. */
    enum Trouble {
        NONE,
        SPIKE,
        DRIFT,
        STUCK,
        UNRELATED
    }

    /**
     * A stream of one machine with two modes: two sensors follow the load, one goes its own way, and one is the mode itself.
     *
     * @param from first row of the trouble
     * @param to one after its last row
     */
    static MemoryTable stream(String header, int rows, long seed, Trouble trouble, int from, int to) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder(header).append('\n');
        double load = 0;
        boolean fast = false;
        double kept = 0;
        for (int row = 0; row < rows; row++) {
            load = 0.9 * load + 0.45 * random.nextGaussian();
            fast = random.nextInt(20) == 0 != fast;
            double current = (fast ? 60 : 40) + 5 * load + 0.5 * random.nextGaussian();
            double heat = (fast ? 80 : 65) + 4 * load + 0.5 * random.nextGaussian();
            double humidity = 50 + 2 * random.nextGaussian();
            boolean troubled = row >= from && row < to;
            kept = troubled ? kept : heat;
            if (troubled) {
                heat = switch (trouble) {
                    case NONE -> heat;
                    case SPIKE -> heat + 30;
                    case DRIFT -> heat + 25.0 * (row - from) / (to - from);
                    case STUCK -> kept;
                    // turned about: as large, but against the load
                    case UNRELATED -> (fast ? 80 : 65) - 4 * load + 0.5 * random.nextGaussian();
                };
            }
            csv.append(
                    String.format(Locale.ROOT, "2025-03-%02d %02d:%02d:00,", 1 + row / 1440, row / 60 % 24, row % 60));
            csv.append(fast ? 2 : 1)
                    .append(',')
                    .append(number(current))
                    .append(',')
                    .append(number(heat))
                    .append(',');
            csv.append(number(humidity)).append('\n');
        }
        return CsvFiles.parse(csv.toString());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
