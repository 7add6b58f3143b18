package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.report.Notes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which rows must not stand on both sides of a split by chance: those of one customer, and copies of each other. What is learnt
 * from the one is known of the other, and figures flatter.
 *
 * @param group a number for each row, negative for rows that stand alone
 */
public record Togetherness(int[] group) {

    /** Groups there must be for each fold, else folds would be too unlike. */
    private static final int FEWEST = 10;
    /** Columns from which on two rows are hardly alike by accident. */
    private static final int ENOUGH_COLUMNS = 4;
    /** Share of copies below which nobody need care. */
    private static final double NOTABLE = 0.005;
    /** Of the last digits of a number. */
    private static final int HALF_A_STEP = 0x200;

    /** @param rows of the table that are split */
    public static Togetherness of(FeatureTable table, int[] rows, Notes notes) {
        int[] owners = owners(table.transactions(), rows);
        int repeated = rows.length - different(owners);
        if (repeated > 0) {
            if (different(owners) >= FEWEST * FoldEvaluation.EVERY_FOLD) {
                notes.info(
                        "The same customer comes again: all rows of one are kept on the same side when the model is judged.");
                return new Togetherness(owners);
            }
            notes.warn(
                    "The same customer is in rows learnt from and rows judged on, so figures may flatter: there are too "
                            + "few customers to keep them apart.");
            return alone(rows.length);
        }
        return copies(table, rows, notes);
    }

    static Togetherness alone(int rows) {
        int[] alone = new int[rows];
        Arrays.fill(alone, Transactions.NOBODY);
        return new Togetherness(alone);
    }

    boolean anyone() {
        return Arrays.stream(group).anyMatch(one -> one >= 0);
    }

    /** The same of some of the rows. */
    Togetherness of(int[] positions) {
        return new Togetherness(Arrays.stream(positions).map(at -> group[at]).toArray());
    }

    private static int[] owners(Transactions all, int[] rows) {
        return Arrays.stream(rows).map(row -> all.owner[row]).toArray();
    }

    /** Rows without a customer count each for itself. */
    private static int different(int[] owners) {
        Set<Integer> seen = new HashSet<>();
        int nobody = 0;
        for (int owner : owners) {
            nobody += owner < 0 ? 1 : 0;
            seen.add(owner);
        }
        return nobody == 0 ? seen.size() : seen.size() - 1 + nobody;
    }

    private static Togetherness copies(FeatureTable table, int[] rows, Notes notes) {
        int columns = table.columns().length;
        Map<Long, Integer> first = new HashMap<>();
        int[] group = new int[rows.length];
        int copies = 0;
        for (int at = 0; at < rows.length; at++) {
            long hash = 17;
            for (int column = 0; column < columns; column++) {
                hash = hash * 0x9E3779B97F4A7C15L + rounded(table.columns()[column][rows[at]]);
                hash ^= hash >>> 29;
            }
            Integer known = first.putIfAbsent(hash, at);
            copies += known == null ? 0 : 1;
            group[at] = known == null ? at : known;
        }
        boolean natural = columns < ENOUGH_COLUMNS || first.size() < FEWEST * FoldEvaluation.EVERY_FOLD;
        if (natural || copies < NOTABLE * rows.length) {
            return alone(rows.length);
        }
        notes.warn(
                "%,d rows are copies of another in every column, or nearly; copies are kept on the same side when the model "
                        + "is judged.",
                copies);
        return new Togetherness(group);
    }

    /** Alike to one in some thousands: copies may be rounded. */
    private static int rounded(float value) {
        return (Float.floatToIntBits(value + 0f) + HALF_A_STEP) & -2 * HALF_A_STEP;
    }
}
