package io.millwright.plugins.api;

import java.util.List;

/**
 * The findings about a model or a scoring, as data: pages, cards and comparisons are drawn from it.
 *
 * @param headline the outcome in one sentence of the business, e.g. "Catches 68 % of fraud at 100 alerts a day"
 * @param notes what a person should know, a sentence each: what was understood, warnings, limits
 * @param metrics figures, the most important first
 * @param charts pictures, in the order of a page
 */
public record Report(String headline, List<Note> notes, List<Metric> metrics, List<Chart> charts) {

    public Report {
        notes = List.copyOf(notes);
        metrics = List.copyOf(metrics);
        charts = List.copyOf(charts);
    }

    /** A sentence and how loudly to say it. */
    public record Note(Level level, String text) {

        /** How loudly. */
        public enum Level {
            INFO,
            WARNING
        }
    }
}
