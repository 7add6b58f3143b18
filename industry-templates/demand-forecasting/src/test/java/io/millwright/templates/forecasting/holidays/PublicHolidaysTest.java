package io.millwright.templates.forecasting.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.millwright.plugins.api.TemplateException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    /** As the laws have them. */
    @Test
    void daysAreThoseOfTheCountryAndItsRegion() throws Exception {
        assertThat(days("Germany (DE)", "all"))
                .contains(LocalDate.of(2021, 4, 5), LocalDate.of(2021, 10, 3))
                .doesNotContain(LocalDate.of(2021, 6, 3));
        assertThat(days("de", "Bavaria")).contains(LocalDate.of(2021, 4, 5), LocalDate.of(2021, 6, 3));
    }

    @Test
    void aDayOffInsteadIsAHolidayToo() throws Exception {
        assertThat(days("United Kingdom", "all"))
                .contains(LocalDate.of(2021, 12, 25), LocalDate.of(2021, 12, 27), LocalDate.of(2021, 12, 28));
    }

    /** A wrong date far away must not stop a training. */
    @Test
    void yearsThatNoCalendarKnowsHaveNone() throws Exception {
        for (String choice : List.of("Germany (DE)", "T\u00fcrkiye (TR)", "Saudi Arabia (SA)")) {
            Country country = Country.of(choice).orElseThrow();
            assertThatCode(() -> PublicHolidays.of(country, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)))
                    .doesNotThrowAnyException();
            assertThat(PublicHolidays.of(country, LocalDate.of(1700, 1, 1), LocalDate.of(1700, 12, 31)))
                    .isEmpty();
        }
    }

    @Test
    void theClassLoaderOfTheThreadDoesNotMatterAndStays() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader blind = ClassLoader.getPlatformClassLoader();
        Thread.currentThread().setContextClassLoader(blind);
        try {
            assertThat(days("France (FR)", "all")).contains(LocalDate.of(2021, 7, 14));
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(blind);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Set<LocalDate> days(String country, String region) throws TemplateException {
        return PublicHolidays.of(
                        Country.of(country).orElseThrow().in(region),
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2021, 12, 31))
                .keySet();
    }
}
