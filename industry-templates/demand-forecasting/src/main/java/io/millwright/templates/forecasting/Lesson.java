package io.millwright.templates.forecasting;

import io.millwright.templates.forecasting.learned.Effort;
import io.millwright.templates.forecasting.learned.Learner;
import io.millwright.templates.forecasting.learned.Shape;
import io.millwright.templates.forecasting.learned.Trees;
import io.millwright.templates.forecasting.panel.Gaps;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.workers.Workers;
import java.nio.file.Path;

/**
 * How much effort goes into the trees.
 *
 * @param rows how many steps are learnt from at most
 * @param members how many sets of trees are averaged in a model
 */
record Lesson(Effort effort, int rows, int members) {

    private static final int FEWEST_STEPS = 500;
    private static final int FEWEST_SERIES = 10;
    private static final int OWN_COLUMNS = 24;
    private static final int COLUMNS_EACH = 4;

    static Lesson of(String preset) {
        return switch (preset) {
            case "quick" -> new Lesson(Effort.quick(), 60_000, 1);
            case "best" -> new Lesson(Effort.usual(), 300_000, 6);
            default -> new Lesson(Effort.usual(), 150_000, 4);
        };
    }

    /** The same with trees that are grown in another way, on the same device. */
    Lesson with(Effort another) {
        return new Lesson(another.on(effort.device()), rows, members);
    }

    Lesson on(TreeDevice device) {
        return new Lesson(effort.on(device), rows, members);
    }

    /** Whether there is something that trees could know and the other ways to forecast do not. */
    boolean worthwhile(Reading reading) {
        boolean something =
                !reading.columns().isEmpty() || reading.panel().series().size() >= FEWEST_SERIES;
        return something && reading.panel().cells() >= FEWEST_STEPS;
    }

    /** About how many cells the table has that trees learn from. */
    long cells(Reading reading) {
        long steps = Math.min(rows, reading.panel().cells());
        return steps * (OWN_COLUMNS + (long) COLUMNS_EACH * reading.columns().size());
    }

    Learner learner(Reading reading, Workers workers) {
        Panel known = reading.gaps() == Gaps.ZERO ? reading.panel() : reading.raw();
        int told = reading.plan().known().size();
        Panel panel = reading.holidays()
                .map(holidays -> holidays.beside(known, told, reading.horizon()))
                .orElse(known);
        Shape shape = Learner.shape(
                panel,
                reading.columns(),
                reading.periods(),
                reading.horizon(),
                reading.holidays()
                        .map(holidays -> holidays.inputs(panel.clock(), told))
                        .orElse(null));
        return new Learner(panel, shape, workers);
    }

    Trees learn(Learner learner, int back, int sets, long seed, Path file) throws InterruptedException {
        return learner.learn(back, rows, sets, effort, seed, file);
    }
}
