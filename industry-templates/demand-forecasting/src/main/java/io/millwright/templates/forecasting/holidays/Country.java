package io.millwright.templates.forecasting.holidays;

import de.focus_shift.jollyday.core.HolidayCalendar;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.report.Notes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A country whose public holidays are known, or a region of one.
 *
 * @param code two letters, as ISO 3166 has them
 * @param name in English
 * @param region the library's code of a state or the like, as ISO 3166-2 has them mostly; empty for what the whole country has
 */
public record Country(String code, String name, String region) {

    /** The choice of no country. */
    public static final String NONE = "none";

    /** The choice of a whole country. */
    public static final String ALL_REGIONS = "all";

    /** Places without a public holiday. */
    private static final Set<String> UNPEOPLED = Set.of("AQ", "BV", "HM", "IO", "TF", "UM");

    /** Without stock exchanges, whose calendars the library has too. */
    private static final List<Country> ALL = Arrays.stream(HolidayCalendar.values())
            .map(HolidayCalendar::getId)
            .filter(code -> code.length() == 2 && !UNPEOPLED.contains(code))
            .map(Country::coded)
            .sorted(Comparator.comparing(Country::name))
            .toList();

    /** What a form offers: {@value #NONE}, then {@code Germany (DE)} and the like by their names. */
    public static List<String> choices() {
        return Stream.concat(Stream.of(NONE), ALL.stream().map(Country::choice)).toList();
    }

    /**
     * The country of a choice, which may also be a code or a name alone; empty for {@value #NONE}.
     *
     * @throws TemplateException of kind USER when there is no such country
     */
    public static Optional<Country> of(String choice) throws TemplateException {
        String wanted = choice.strip();
        if (wanted.isEmpty() || wanted.equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        // names change from one version of Java to the next, codes do not
        String code = wanted.matches(".*\\([A-Za-z]{2}\\)")
                ? wanted.substring(wanted.length() - 3, wanted.length() - 1)
                : wanted;
        return Optional.of(ALL.stream()
                .filter(country -> country.code.equalsIgnoreCase(code) || country.name.equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> TemplateException.user(
                        "country-unknown",
                        "The holidays of \"%s\" are not known.".formatted(choice),
                        "Choose a country from the list, such as %s, or %s."
                                .formatted(coded("DE").choice(), NONE))));
    }

    /**
     * A region of a country, by its code, with or without that of the country before it, or by its English name.
     *
     * @param chosen {@value #ALL_REGIONS} for the country itself
     * @throws TemplateException of kind USER when there is no such region
     */
    public Country in(String chosen) throws TemplateException {
        String wanted = chosen.strip();
        if (wanted.isEmpty() || wanted.equalsIgnoreCase(ALL_REGIONS)) {
            return this;
        }
        Map<String, String> regions = PublicHolidays.regions(this);
        return regions.entrySet().stream()
                .filter(each -> wanted.equalsIgnoreCase(each.getKey())
                        || wanted.equalsIgnoreCase(code + "-" + each.getKey())
                        || wanted.equalsIgnoreCase(each.getValue()))
                .findFirst()
                .map(each -> new Country(code, "%s (%s)".formatted(each.getValue(), name), each.getKey()))
                .orElseThrow(() -> TemplateException.user(
                        "region-unknown",
                        "%s has no region \"%s\" with holidays of its own.".formatted(name, chosen),
                        regions.isEmpty()
                                ? "Leave the region at \"%s\".".formatted(ALL_REGIONS)
                                : "Choose one of %s, or \"%s\"."
                                        .formatted(Notes.list(List.copyOf(regions.values())), ALL_REGIONS)));
    }

    static Country coded(String code) {
        return new Country(code, displayed(code), "");
    }

    private static String displayed(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** As people choose it, without a region. */
    public String choice() {
        return "%s (%s)".formatted(displayed(code), code);
    }
}
