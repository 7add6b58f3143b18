package io.millwright.templates.forecasting.holidays;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Asks the library for days. The rules lie in its archive; nothing is fetched. */
final class PublicHolidays {

    private static final String ABOUT = "/META-INF/maven/de.focus-shift/jollyday-core/pom.properties";

    private static final String OBSERVED = ".OBSERVED";
    /** Java's Islamic calendar knows no years before these or after; wrong dates may lie anywhere. */
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2100;

    private PublicHolidays() {}

    /** The holidays of a country, or of a region of it, by their days; where a day has several, one of them. */
    static TreeMap<LocalDate, Named> of(Country country, LocalDate first, LocalDate last) {
        return withLibrary(() -> {
            HolidayManager calendar = calendar(country);
            String[] region = country.region().isEmpty() ? new String[0] : new String[] {country.region()};
            TreeMap<LocalDate, Named> days = new TreeMap<>();
            // the day off for New Year may lie in the year before
            int until = Math.min(LATEST, last.getYear() + 1);
            for (int year = Math.max(EARLIEST, first.getYear()); year <= until; year++) {
                for (Holiday holiday : calendar.getHolidays(Year.of(year), region)) {
                    if (holiday.getType() != HolidayType.OBSERVANCE) {
                        add(days, holiday);
                    }
                }
            }
            return new TreeMap<>(days.subMap(first, true, last, true));
        });
    }

    /** The English names of regions that have holidays of their own, by their codes. */
    static Map<String, String> regions(Country country) {
        return withLibrary(() -> {
            Map<String, String> names = new TreeMap<>();
            calendar(country)
                    .getCalendarHierarchy()
                    .getChildren()
                    .forEach((code, region) -> names.put(code, region.getDescription(Locale.ENGLISH)));
            return names;
        });
    }

    private static HolidayManager calendar(Country country) {
        return HolidayManager.getInstance(
                ManagerParameters.create(country.code().toLowerCase(Locale.ROOT)));
    }

    /** A holiday on a weekend may be made up for on another day; people keep both. */
    private static void add(TreeMap<LocalDate, Named> days, Holiday holiday) {
        Named named = new Named(holiday.getPropertiesKey(), holiday.getDescription(Locale.ENGLISH));
        days.merge(holiday.getActualDate(), named, Named::first);
        holiday.getObservedDate()
                .filter(day -> !day.equals(holiday.getActualDate()))
                .ifPresent(day -> days.merge(
                        day, new Named(named.key + OBSERVED, named.title + " (day off instead)"), Named::first));
    }

    /** The version of the library, with which rules change. */
    static String version() {
        try (InputStream about = HolidayManager.class.getResourceAsStream(ABOUT)) {
            Properties properties = new Properties();
            if (about != null) {
                properties.load(about);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The library finds its reader by the class loader of the thread, which may be one that sees no template. */
    private static <T> T withLibrary(Supplier<T> asked) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
        try {
            return asked.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * A holiday of every year.
     *
     * @param key the same in all years
     */
    record Named(String key, String title) {
        Named first(Named other) {
            return key.compareTo(other.key) <= 0 ? this : other;
        }
    }
}
