package io.millwright.templates.fraud;

import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what stands in a file twice: columns, which are left out, and payments, which are told. */
final class Repetitions {

    private Repetitions() {}

    /** Further columns that repeat an earlier one value by value; to be left out. */
    static Set<String> columns(List<Extra> extras, float[][] values, Notes notes) {
        Map<Integer, List<Integer>> alike = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        List<String> told = new ArrayList<>();
        for (int at = 0; at < values.length; at++) {
            int column = at;
            List<Integer> earlier = alike.computeIfAbsent(Arrays.hashCode(values[at]), hash -> new ArrayList<>());
            earlier.stream()
                    .filter(other -> Arrays.equals(values[other], values[column]))
                    .findFirst()
                    .ifPresent(other -> {
                        repeated.add(extras.get(column).name());
                        told.add("\"%s\" as \"%s\""
                                .formatted(
                                        extras.get(column).name(),
                                        extras.get(other).name()));
                    });
            earlier.add(at);
        }
        if (!told.isEmpty()) {
            notes.info("Left out, because they repeat another column: %s.", String.join(", ", told));
        }
        return repeated;
    }

    /** Warns of payments that stand in the file again, with the same moment, amount, customer and terminal. */
    static void tell(Transactions all, Notes notes) {
        int copies = 0;
        for (int row = 1; row < all.size(); row++) {
            int before = row - 1;
            boolean copied = false;
            while (before >= 0 && all.hasTime(row) && all.time[before] == all.time[row] && !copied) {
                copied = same(all, before, row);
                before--;
            }
            copies += copied ? 1 : 0;
        }
        if (copies > 0) {
            notes.warn(
                    "%,d rows repeat another with the same time, amount, customer and terminal; if these are copies, "
                            + "take them out.",
                    copies);
        }
    }

    private static boolean same(Transactions all, int one, int two) {
        return all.customer[one] == all.customer[two]
                && all.customer[one] >= 0
                && all.terminal[one] == all.terminal[two]
                && Double.compare(all.amount[one], all.amount[two]) == 0;
    }
}
