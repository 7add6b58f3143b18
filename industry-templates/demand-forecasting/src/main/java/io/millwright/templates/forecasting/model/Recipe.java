package io.millwright.templates.forecasting.model;

import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.evaluation.Choice;
import io.millwright.templates.forecasting.evaluation.Intervals;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Gaps;
import java.util.List;

/**
 * All that a forecast needs beside the histories.
 *
 * @param members names of the members that the bits of the choice stand for
 * @param digest SHA-256 of the file of histories
 */
public record Recipe(
        int format,
        ColumnPlan columns,
        Clock clock,
        Gaps gaps,
        int horizon,
        List<Integer> periods,
        List<String> members,
        Choice choice,
        Intervals intervals,
        String digest) {

    public static final int FORMAT = 1;
    public static final String FILE = "recipe.json";

    Recipe withDigest(String found) {
        return new Recipe(format, columns, clock, gaps, horizon, periods, members, choice, intervals, found);
    }
}
