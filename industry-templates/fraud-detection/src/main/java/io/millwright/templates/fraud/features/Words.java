package io.millwright.templates.fraud.features;

import java.util.Locale;

/** Figures as people write them. */
public final class Words {

    private Words() {}

    /** Three significant digits or so, grouped, e.g. {@code 1,240}, {@code 12.5}, {@code 0.08}. */
    public static String figure(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        double size = Math.abs(value);
        String pattern = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 1 ? "%,.1f" : "%,.2f";
        return String.format(Locale.ROOT, pattern, value);
    }

    /** A share as a percentage. */
    public static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent >= 10 || percent == 0 ? "%.0f %%" : "%.1f %%", percent);
    }

    /** One thing or several. */
    public static String count(double count, String one, String several) {
        return figure(count) + " " + (count == 1 ? one : several);
    }

    /** A length of time. */
    public static String days(double days) {
        return days < 1
                ? count(Math.max(1, Math.round(days * 24)), "hour", "hours")
                : count(Math.round(days), "day", "days");
    }

    /** As at the beginning of a sentence. */
    public static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
