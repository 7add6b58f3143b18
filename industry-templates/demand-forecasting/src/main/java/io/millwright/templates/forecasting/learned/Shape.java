package io.millwright.templates.forecasting.learned;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Series;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the columns of the trees depend on; kept with a model.
 *
 * @param horizon steps ahead that were learnt
 * @param level how many of the newest values are the level of a series
 * @param season steps after which series repeat themselves; 1 where they do not
 * @param longSeason the longer such period; the same where there is only one
 * @param keys for each key its values, sorted, in the order of their numbers
 * @param group which key says what is compared with each other at a step; -1 where all series are
 * @param holidays where the calendar's holidays stand; null without a country
 */
public record Shape(
        Measure measure,
        int horizon,
        int level,
        int season,
        int longSeason,
        List<List<String>> keys,
        int group,
        List<Input> inputs,
        Clock clock,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HolidayInputs holidays) {

    /** How far back prices and promotions are looked at. */
    public static final int MEMORY = 104;

    private static final int USUAL_LEVEL = 26;

    public Shape {
        keys = keys.stream().map(List::copyOf).toList();
        inputs = List.copyOf(inputs);
    }

    /** Whole seasons where they fit, else half a year of weeks. */
    static int level(int season, int typicalLength) {
        int whole = season < 2 ? USUAL_LEVEL : season * Math.ceilDiv(USUAL_LEVEL, season);
        return Math.max(2, Math.min(whole, typicalLength / 3));
    }

    /** For each key the number of its value; -1 for one that was not there in training. */
    public int[] codes(List<String> names) {
        int[] codes = new int[keys.size()];
        for (int key = 0; key < codes.length; key++) {
            codes[key] = Math.max(-1, Collections.binarySearch(keys.get(key), names.get(key)));
        }
        return codes;
    }

    /** Whether anything has to be known of the steps ahead. */
    public boolean asksAhead() {
        return inputs.stream().anyMatch(this::asked);
    }

    /** Holidays are known without being told. */
    private boolean asked(Input input) {
        return !input.fixed() && (holidays == null || input.column() < holidays.column());
    }

    /** The number of the input that a column is, for all series. */
    int input(int column) {
        for (int number = 0; number < inputs.size(); number++) {
            if (inputs.get(number).column() == column && inputs.get(number).key() < 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("no input is column " + column);
    }

    /** For each step ahead of a series whether anything is told of it. */
    public boolean[] told(Series series, int steps) {
        int[] codes = codes(series.keys());
        boolean[] told = new boolean[steps];
        for (Input input : inputs) {
            float[] values = asked(input) ? input.of(series.beside(), codes) : new float[0];
            for (int step = 0; step < steps; step++) {
                int cell = series.values().length + step;
                told[step] |= cell < values.length && !Float.isNaN(values[cell]);
            }
        }
        return told;
    }
}
