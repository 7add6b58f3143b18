package io.millwright.templates.fraud;

import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.evaluation.TimePlan;
import io.millwright.templates.fraud.features.FeatureRecipe;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Finds what the features need to know beside the transactions, from rows before the judged ones only. */
final class RecipeFinder {

    private static final List<Integer> WINDOWS = List.of(1, 7, 30);
    private static final int MEMORY_DAYS = 60;
    private static final int MEMORY_ROWS = 250;
    private static final double TOO_SMALL_TO_MATTER = 0.02;
    private static final double NEARLY_ALL = 0.999;
    private static final int ENOUGH = 1_000;
    private static final int REFERENCE_DAYS = 14;

    private final Transactions all;
    private final Optional<TimePlan> time;
    private final int delayDays;
    private final ColumnPlan plan;
    private final boolean debits;

    /** @param debits whether the amounts of the file were turned */
    RecipeFinder(Transactions all, Optional<TimePlan> time, int delayDays, ColumnPlan plan, boolean debits) {
        this.all = all;
        this.time = time;
        this.delayDays = delayDays;
        this.plan = plan;
        this.debits = debits;
    }

    FeatureRecipe find() {
        double typical = typicalAmount();
        return new FeatureRecipe(
                WINDOWS,
                delayDays,
                Math.max(MEMORY_DAYS, delayDays + 35),
                MEMORY_ROWS,
                typical * TOO_SMALL_TO_MATTER,
                typical,
                unusualAmount(),
                plan.timeFormat() == null || !plan.timeFormat().endsWith("from a start"),
                debits);
    }

    private double typicalAmount() {
        long end = time.map(TimePlan::testStart).orElse(Long.MAX_VALUE);
        double[] amounts = amounts(row -> known(row) && all.time[row] < end && all.amount[row] > 0);
        return amounts.length == 0 ? 50 : amounts[amounts.length / 2];
    }

    /** Of the first days, so that it does not know the days that are learnt from. */
    private double unusualAmount() {
        if (time.isEmpty()) {
            return Double.MAX_VALUE;
        }
        long first = all.time[0];
        long learning = time.get().validationStart() - time.get().length();
        long before = Math.max(learning, first + (time.get().validationStart() - first) / 3);
        long end = Math.min(first + REFERENCE_DAYS * Transactions.DAY, before);
        double[] genuine = amounts(row -> known(row) && all.time[row] < end && all.label[row] == 0);
        return genuine.length < ENOUGH ? Double.MAX_VALUE : genuine[(int) (genuine.length * NEARLY_ALL)];
    }

    /** Whether it is known that a row is not of the days to come; without a split by time none is. */
    private boolean known(int row) {
        return time.isEmpty() || all.hasTime(row);
    }

    /** Rising. */
    private double[] amounts(IntPredicate wanted) {
        double[] amounts = new double[all.size()];
        int count = 0;
        for (int row = 0; row < amounts.length; row++) {
            if (!Double.isNaN(all.amount[row]) && wanted.test(row)) {
                amounts[count++] = all.amount[row];
            }
        }
        double[] sorted = Arrays.copyOf(amounts, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
