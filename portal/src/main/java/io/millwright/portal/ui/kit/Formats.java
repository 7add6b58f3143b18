package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures, times and sizes as people read them, in the time zone of their browser. */
public final class Formats {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter SHORT_CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK);

    private Formats() {}

    /** A count with separators: 1,204. */
    public static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** A figure with its unit; {@code "%"} means a share given as 0 to 1. */
    public static String figure(double value, String unit) {
        if (unit.equals("%")) {
            return plain(value * 100) + " %";
        }
        return unit.isEmpty() ? plain(value) : plain(value) + " " + unit;
    }

    /** The value of an option: a whole number is told as people write it, 0 and not 0.0. */
    public static String option(String value) {
        return value.matches("-?\\d+\\.0") ? value.substring(0, value.length() - 2) : value;
    }

    private static String plain(double value) {
        var size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return count((long) value);
        }
        if (size < .01) {
            return small(value);
        }
        return String.format(
                Locale.UK, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }

    /** Two digits that say something, wherever they stand: 0.00042 is not 0.000. */
    private static String small(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros();
        return rounded.scale() <= 6 ? rounded.toPlainString() : String.format(Locale.UK, "%.1e", value);
    }

    /** A share, 0 to 1, as percent. */
    public static String percent(double share) {
        return figure(share, "%");
    }

    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        var units = new String[] {"kB", "MB", "GB", "TB"};
        var value = (double) bytes;
        var unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.UK, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /** Memory, which people count in powers of two. */
    public static String memory(long bytes) {
        var gib = bytes / (double) (1L << 30);
        return gib >= 1 ? plain(gib) + " GiB" : (bytes >> 20) + " MiB";
    }

    public static String duration(Duration duration) {
        var seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.UK, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return "%d min %d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds < 172_800
                ? "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60)
                : "%d days".formatted(seconds / 86_400);
    }

    /** A moment as short as it can be told: the time today, the weekday this week, else the date. */
    public static String when(Instant moment) {
        var at = moment.atZone(zone());
        var today = LocalDate.now(zone());
        if (at.toLocalDate().equals(today)) {
            return SHORT_CLOCK.format(at);
        }
        if (at.toLocalDate().isAfter(today.minusDays(6))) {
            return WEEKDAY.format(at);
        }
        return (at.getYear() == today.getYear() ? DAY : DATE).format(at);
    }

    public static String clock(Instant moment) {
        return CLOCK.format(moment.atZone(zone()));
    }

    public static String full(Instant moment) {
        return FULL.format(moment.atZone(zone()));
    }

    public static ZonedDateTime local(Instant moment) {
        return moment.atZone(zone());
    }

    public static ZoneId zone() {
        var ui = UI.getCurrent();
        var details = ui == null ? null : ui.getInternals().getExtendedClientDetails();
        var id = details == null ? null : details.getTimeZoneId();
        return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    }
}
