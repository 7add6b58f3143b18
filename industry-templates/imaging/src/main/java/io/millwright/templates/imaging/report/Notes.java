package io.millwright.templates.imaging.report;

import io.millwright.plugins.api.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what a person should know, while it is found out. */
public final class Notes {

    private final List<Report.Note> notes = new ArrayList<>();

    public void info(String text, Object... facts) {
        notes.add(new Report.Note(Report.Note.Level.INFO, String.format(Locale.ROOT, text, facts)));
    }

    public void warn(String text, Object... facts) {
        notes.add(new Report.Note(Report.Note.Level.WARNING, String.format(Locale.ROOT, text, facts)));
    }

    /** Warnings first, else in the order they were found. */
    public List<Report.Note> all() {
        List<Report.Note> sorted = new ArrayList<>(notes);
        sorted.sort((one, two) -> two.level().compareTo(one.level()));
        return List.copyOf(sorted);
    }

    /** A share as a percentage. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
