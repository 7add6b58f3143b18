package io.millwright.templates.learning.report;

import io.millwright.plugins.api.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what a person should know, while it is found out. */
public final class Notes {

    private static final int LISTED = 12;

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

    /** Names in quotation marks, the first dozen. */
    public static String list(List<String> names) {
        String some = String.join(
                ", ",
                names.stream().limit(LISTED).map(name -> "\"" + name + "\"").toList());
        return names.size() > LISTED ? some + " and " + (names.size() - LISTED) + " more" : some;
    }

    /** A share as a percentage, e.g. "42 %". */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
