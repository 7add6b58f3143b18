package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.model.SavedModel;
import io.millwright.templates.forecasting.panel.Gaps;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a file asks a model.
 *
 * @param known first the series to forecast, then those that only the model knows
 * @param count how many are to be forecast
 * @param steps how far ahead
 * @param borrowers which of them were lent a past
 * @param lent the same panel with other pasts for those, one after the other
 */
record Asked(Panel known, int count, int steps, int[] borrowers, List<Panel> lent) {

    private static final int MOST_STEPS = 1_000;

    /** @param joins whether rows of the file go on from the histories of the model */
    static Asked of(Panel file, SavedModel model, boolean joins, Notes notes) {
        int horizon = model.recipe().horizon();
        Map<List<String>, Series> before = new HashMap<>();
        Stream.concat(model.series().stream(), model.newcomers().stream())
                .forEach(series -> before.put(series.keys(), series));
        List<Series> series = new ArrayList<>();
        int strangers = 0;
        for (Series read :
                Stream.concat(file.series().stream(), file.newcomers().stream()).toList()) {
            Series past = before.get(read.keys());
            series.add(past == null || !joins ? read : read.over(past));
            strangers += past == null ? 1 : 0;
        }
        if (strangers > 0) {
            notes.warn(
                    "%,d series were not there in training; they are forecast from their own rows, with intervals of a "
                            + "typical series.",
                    strangers);
        }
        int count = series.size();
        if (!joins) {
            return new Asked(new Panel(file.clock(), series), count, horizon, new int[0], List.of());
        }
        Set<List<String>> named = new HashSet<>();
        series.forEach(each -> named.add(each.keys()));
        model.series().stream().filter(each -> !named.contains(each.keys())).forEach(series::add);
        Gaps gaps = model.recipe().gaps();
        Panel past = new Panel(file.clock(), series).aligned(horizon, gaps);
        Loans loans = Loans.of(gaps == Gaps.ZERO ? withZeros(past) : series, count, notes);
        Panel known = new Panel(file.clock(), loans.series()).aligned(horizon, gaps);
        int told = new Panel(file.clock(), known.series().subList(0, count)).stepsTold();
        return new Asked(
                known, count, Math.min(MOST_STEPS, Math.max(horizon, told)), loans.borrowers(), loans.panels(known));
    }

    /** What was seldom sold has a past of its own, made of zeros; what was never sold has none. */
    private static List<Series> withZeros(Panel panel) {
        List<Series> filled = Gaps.ZERO.fill(panel).series();
        return IntStream.range(0, filled.size())
                .mapToObj(at -> {
                    Series read = panel.series().get(at);
                    boolean sold = Arrays.stream(read.values()).anyMatch(value -> !Double.isNaN(value));
                    return sold ? filled.get(at) : read;
                })
                .toList();
    }
}
