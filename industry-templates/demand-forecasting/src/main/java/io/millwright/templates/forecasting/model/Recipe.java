package io.millwright.templates.forecasting.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.evaluation.Choice;
import io.millwright.templates.forecasting.evaluation.Intervals;
import io.millwright.templates.forecasting.hierarchy.Agreement;
import io.millwright.templates.forecasting.holidays.Holidays;
import io.millwright.templates.forecasting.layout.Layout;
import io.millwright.templates.forecasting.learned.Shape;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Gaps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a forecast needs beside the histories.
 *
 * @param layout how the time was put together; null where one column tells it
 * @param members names of the members that the bits of the choice stand for
 * @param blind what is done where the steps ahead are not known; null where nothing has to be known of them
 * @param learned the trees; null without
 * @param agreement how forecasts are made to add up; null where nothing is shared
 * @param totalRows whether a result has rows for totals
 * @param holidays what the trees know of a country's holidays; null without
 * @param digest SHA-256 of the file of histories
 */
public record Recipe(
        int format,
        @Nullable Layout layout,
        ColumnPlan columns,
        Clock clock,
        Gaps gaps,
        int horizon,
        List<Integer> periods,
        List<String> members,
        Choice choice,
        Intervals intervals,
        @Nullable Blind blind,
        @Nullable Learned learned,
        @Nullable Agreement agreement,
        boolean totalRows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Holidays holidays,
        String digest) {

    public static final int FORMAT = 2;
    public static final String FILE = "recipe.json";

    Recipe withDigest(String found) {
        return new Recipe(
                format, layout, columns, clock, gaps, horizon, periods, members, choice, intervals, blind, learned,
                agreement, totalRows, holidays, found);
    }

    /** How to forecast without the trees. */
    public record Blind(Choice choice, Intervals intervals) {}

    /**
     * The trees.
     *
     * @param trees how many there are
     */
    public record Learned(Shape shape, int trees) {
        public static final String FILE = "trees.ubj";
    }
}
