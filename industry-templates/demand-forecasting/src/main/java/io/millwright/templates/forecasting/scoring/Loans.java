package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pasts for series that have too little of their own.
 *
 * @param series all, each with the mean past of those alike where it needs one
 * @param borrowers places of those that were to be forecast and were lent one
 * @param lent for each of them the pasts of single ones alike
 */
record Loans(List<Series> series, int[] borrowers, List<List<Series>> lent) {

    /** @param count how many of them are to be forecast: the first ones */
    static Loans of(List<Series> all, int count, Notes notes) {
        List<Series> grown = all.stream().filter(each -> !Borrowed.needed(each)).toList();
        long end = grown.stream().mapToLong(Series::end).max().orElse(0);
        Borrowed lenders = new Borrowed(grown);
        List<Series> result = new ArrayList<>();
        List<Integer> borrowers = new ArrayList<>();
        List<List<Series>> lent = new ArrayList<>();
        int helped = 0;
        for (int at = 0; at < all.size(); at++) {
            Series each = all.get(at);
            // a first row may be asked about later steps: the past that is lent ends where that of the others does
            long own = each.values().length == 0 ? end : each.end();
            boolean needed = !grown.isEmpty() && Borrowed.needed(each) && own <= end + Borrowed.ENOUGH;
            long until = Math.max(end, own);
            helped += needed ? 1 : 0;
            result.add(needed ? lenders.past(each, until) : each);
            List<Series> pasts = needed && at < count ? lenders.pasts(each, until) : List.of();
            if (!pasts.isEmpty()) {
                borrowers.add(at);
                lent.add(pasts);
            }
        }
        if (helped > 0) {
            notes.info(
                    "%,d series have fewer than %d values; what is like them lent them a past.",
                    helped, Borrowed.ENOUGH);
        }
        return new Loans(
                List.copyOf(result), borrowers.stream().mapToInt(at -> at).toArray(), List.copyOf(lent));
    }

    /** The panel with one past after the other for those that borrow; who was lent fewer uses them again. */
    List<Panel> panels(Panel known) {
        int rounds = lent.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, rounds)
                .mapToObj(round -> {
                    List<Series> changed = new ArrayList<>(known.series());
                    for (int at = 0; at < borrowers.length; at++) {
                        List<Series> pasts = lent.get(at);
                        changed.set(borrowers[at], pasts.get(round % pasts.size()));
                    }
                    return new Panel(known.clock(), changed);
                })
                .toList();
    }
}
