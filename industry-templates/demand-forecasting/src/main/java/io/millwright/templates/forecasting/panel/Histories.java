package io.millwright.templates.forecasting.panel;

import io.millwright.templates.learning.workers.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every series at one moment, without gaps: from its first value to the last step before the moment.
 *
 * @param values for each series its values, oldest first; empty where nothing is known yet
 * @param periods steps after which series repeat themselves, the shorter first; at most two
 * @param workers who works on series side by side
 * @param occasions steps that are unlike others; null where none are known
 */
public record Histories(
        double[][] values,
        List<Integer> periods,
        Workers workers,
        @Nullable Occasions occasions) {

    /** Threads at most: each holds windows of all series. */
    public static final int MOST_THREADS = 2;

    public Histories {
        periods = List.copyOf(periods);
    }

    /** Histories without known occasions. */
    public Histories(double[][] values, List<Integer> periods, Workers workers) {
        this(values, periods, workers, null);
    }

    public int size() {
        return values.length;
    }

    /** The shorter period; 1 where nothing repeats. */
    public int season() {
        return periods.isEmpty() ? 1 : periods.getFirst();
    }

    /** The longer period; the same as the shorter where there is only one. */
    public int longSeason() {
        return periods.isEmpty() ? 1 : periods.getLast();
    }

    /** The length that half of the series have at least. */
    public int typicalLength() {
        int[] lengths = new int[values.length];
        for (int series = 0; series < values.length; series++) {
            lengths[series] = values[series].length;
        }
        java.util.Arrays.sort(lengths);
        return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    }
}
