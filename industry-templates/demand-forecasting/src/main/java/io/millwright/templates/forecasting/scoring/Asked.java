package io.millwright.templates.forecasting.scoring;

import io.millwright.templates.forecasting.model.SavedModel;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a file asks a model.
 *
 * @param known first the series to forecast, then those that only the model knows
 * @param count how many are to be forecast
 * @param steps how far ahead
 */
record Asked(Panel known, int count, int steps) {

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
            return new Asked(new Panel(file.clock(), series), count, horizon);
        }
        Set<List<String>> named = new HashSet<>();
        series.forEach(each -> named.add(each.keys()));
        model.series().stream().filter(each -> !named.contains(each.keys())).forEach(series::add);
        Panel known = new Panel(file.clock(), borrowing(series, notes))
                .aligned(horizon, model.recipe().gaps());
        int told = new Panel(file.clock(), known.series().subList(0, count)).stepsTold();
        return new Asked(known, count, Math.min(MOST_STEPS, Math.max(horizon, told)));
    }

    /** With a past for those that have too little of their own. */
    private static List<Series> borrowing(List<Series> all, Notes notes) {
        List<Series> grown = all.stream().filter(each -> !Borrowed.needed(each)).toList();
        long end = grown.stream().mapToLong(Series::end).max().orElse(0);
        List<Series> result = new ArrayList<>();
        int borrowed = 0;
        for (Series each : all) {
            // a first row may be asked about later steps: the past that is lent ends where that of the others does
            long own = each.values().length == 0 ? end : each.end();
            boolean needed = !grown.isEmpty() && Borrowed.needed(each) && own <= end + Borrowed.ENOUGH;
            Series past = needed ? new Borrowed(grown).past(each, Math.max(end, own)) : each;
            borrowed += needed ? 1 : 0;
            result.add(past);
        }
        if (borrowed > 0) {
            notes.info(
                    "%,d series have fewer than %d values; what is like them lent them a past.",
                    borrowed, Borrowed.ENOUGH);
        }
        return result;
    }
}
