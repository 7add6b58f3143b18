package io.millwright.templates.forecasting.holidays;

import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.learned.HolidayInputs;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Occasions;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a country, which are known for every step; kept with a model.
 *
 * @param keys what the holidays are called by the library, sorted, in the order of their numbers
 * @param library the version of the library that the model was trained with
 */
public record Holidays(Country country, List<String> keys, String library) {

    public Holidays {
        keys = List.copyOf(keys);
    }

    /** Those that lie in the time of a panel and the steps ahead of it; empty where its steps have no dates. */
    public static Optional<Holidays> of(Country country, Panel panel, int ahead) {
        if (panel.clock().unit() == Clock.Unit.NUMBER || panel.series().isEmpty()) {
            return Optional.empty();
        }
        HolidaySteps steps = HolidaySteps.of(country, panel, ahead);
        return Optional.of(new Holidays(country, steps.keys(), PublicHolidays.version()));
    }

    /** What people call them. */
    public String title() {
        return "public holidays of " + country.name();
    }

    /** Whether rules may have changed since the model was trained. */
    public boolean older() {
        return !library.equals(PublicHolidays.version());
    }

    /** What stands beside the values: of days and parts of them which holiday is near, of longer steps how many there are. */
    public List<Covariate> columns(Clock clock) {
        if (HolidaySteps.areLong(clock)) {
            return List.of(new Covariate(title(), Covariate.Kind.NUMBER, List.of()));
        }
        List<String> days = IntStream.rangeClosed(-HolidaySteps.BEFORE, HolidaySteps.AFTER)
                .mapToObj(Integer::toString)
                .toList();
        return List.of(
                new Covariate(title(), Covariate.Kind.FLAG, List.of()),
                new Covariate("which of the " + title(), Covariate.Kind.CATEGORY, keys),
                new Covariate("days from the " + title(), Covariate.Kind.CATEGORY, days));
    }

    /** How many steps a day has; 0 where steps are longer than a day or have no dates. */
    public static int stepsOfDay(Clock clock) {
        return clock.unit() == Clock.Unit.NUMBER ? 0 : HolidaySteps.ofDay(clock);
    }

    /** Where trees find them. */
    public HolidayInputs inputs(Clock clock, int known) {
        return new HolidayInputs(known, HolidaySteps.ofDay(clock));
    }

    /**
     * A panel with the holidays beside its values.
     *
     * @param known how many columns stand there already
     * @param ahead how many steps after the last value are asked
     */
    public Panel beside(Panel panel, int known, int ahead) {
        HolidaySteps steps = HolidaySteps.of(country, panel, ahead);
        return new Panel(
                panel.clock(),
                panel.series().stream().map(each -> beside(each, known, steps)).toList(),
                panel.newcomers());
    }

    private Series beside(Series series, int known, HolidaySteps steps) {
        List<float[]> columns = new ArrayList<>(Arrays.asList(series.beside()));
        while (columns.size() < known) {
            columns.add(new float[0]);
        }
        columns.addAll(steps.columns(series.start(), keys));
        return new Series(series.keys(), series.start(), series.values(), columns.toArray(float[][]::new));
    }

    /**
     * Holidays and the days beside them as occasions of histories.
     *
     * @param starts for each history the number of its first step
     * @param end the point after the last step that is asked
     * @return null where steps are longer than days
     */
    public @Nullable Occasions occasions(Clock clock, long[] starts, long end) {
        int day = stepsOfDay(clock);
        long first = Arrays.stream(starts).min().orElse(end);
        return day == 0 || first >= end
                ? null
                : HolidaySteps.of(country, clock, first, end).occasions(first, keys, 7 * day, starts);
    }

    /** By step what the holiday is called; without steps longer than a day. */
    public Map<Long, String> names(Clock clock, long first, long end) {
        HolidaySteps steps = HolidaySteps.of(country, clock, first, end);
        Map<Long, String> names = new HashMap<>();
        for (long step = first; step < end; step++) {
            Optional<String> name = steps.name(step);
            if (name.isPresent()) {
                names.put(step, name.get());
            }
        }
        return names;
    }
}
