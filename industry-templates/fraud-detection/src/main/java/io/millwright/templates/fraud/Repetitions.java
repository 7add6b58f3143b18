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
        Set<Payment> atThisMoment = new HashSet<>();
        for (int row = 0; row < all.size() && all.hasTime(row); row++) {
            if (row > 0 && all.time[row] != all.time[row - 1]) {
                atThisMoment.clear();
            }
            if (all.customer[row] >= 0) {
                Payment payment = new Payment(all.customer[row], all.terminal[row], all.amount[row]);
                copies += atThisMoment.add(payment) ? 0 : 1;
            }
        }
        if (copies > 0) {
            notes.warn(
                    "%,d rows repeat another with the same time, amount, customer and terminal; if these are copies, "
                            + "take them out.",
                    copies);
        }
    }

    private record Payment(int customer, int terminal, double amount) {}
}
