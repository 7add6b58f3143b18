package io.millwright.templates.forecasting;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.columns.CovariateFinder;
import io.millwright.templates.forecasting.holidays.Country;
import java.util.List;
import java.util.Optional;

/**
 * What a person set, checked.
 *
 * @param preset quick, balanced or best
 * @param horizon steps ahead; 0 = by the frequency
 * @param season steps after which series repeat themselves; 0 = found
 * @param gaps auto, zero or between
 * @param knownAhead auto, none, or names of columns with commas between them
 * @param totals none, report or rows
 * @param country whose public holidays are used
 */
record Settings(
        String preset,
        int horizon,
        int season,
        String gaps,
        String knownAhead,
        String totals,
        Optional<Country> country) {

    static final List<OptionSpec> OPTIONS = List.of(
            OptionSpec.preset(),
            OptionSpec.integer(
                    "horizon",
                    "Steps ahead",
                    "How many steps ahead to forecast; 0 takes what is usual for the frequency.",
                    0,
                    0,
                    1_000),
            OptionSpec.choice(
                    "gaps",
                    "Steps without a row",
                    "Zero where rows are left out when nothing was sold, between where the value was not written down.",
                    "auto",
                    List.of("auto", "zero", "between")),
            new OptionSpec(
                    "knownAhead",
                    "Known ahead",
                    "Columns that are known for the steps ahead, such as prices, promotions and holidays, with commas between "
                            + "them; auto takes all that could be, none takes none.",
                    OptionSpec.Type.TEXT,
                    CovariateFinder.FOUND,
                    List.of(),
                    0,
                    0,
                    false),
            OptionSpec.choice(
                    "country",
                    "Country",
                    "Whose public holidays are known for every step, beside those that a column of the file tells.",
                    Country.NONE,
                    Country.choices()),
            new OptionSpec(
                    "region",
                    "Region",
                    "The state, land or the like whose holidays are known too, by its code or English name, such as BY or Bavaria; "
                            + "all takes those of the whole country only.",
                    OptionSpec.Type.TEXT,
                    Country.ALL_REGIONS,
                    List.of(),
                    0,
                    0,
                    true),
            OptionSpec.choice(
                            "totals",
                            "Totals",
                            "Totals by item, place and overall that series add up to: in the report, also as rows of a result, or "
                                    + "none where sums mean nothing.",
                            "report",
                            List.of("report", "rows", "none"))
                    .asAdvanced(),
            OptionSpec.integer(
                            "season",
                            "Season",
                            "After how many steps the series repeat themselves; 0 finds it, 1 means never.",
                            0,
                            0,
                            1_000)
                    .asAdvanced());

    /** @throws TemplateException of kind USER when an option is missing, unreadable or out of its range */
    static Settings of(OptionValues options) throws TemplateException {
        for (OptionSpec option : OPTIONS) {
            if (option.type() == OptionSpec.Type.TEXT || option.name().equals("country")) {
                continue;
            }
            if (option.type() == OptionSpec.Type.CHOICE) {
                String value = options.text(option.name()).orElse(option.defaultValue());
                if (!option.choices().contains(value)) {
                    throw TemplateException.user(
                            "option-invalid",
                            "The option \"%s\" is \"%s\".".formatted(option.name(), value),
                            "Choose one of: " + String.join(", ", option.choices()) + ".");
                }
            } else {
                long value = options.integer(option.name());
                if (value < option.minimum() || value > option.maximum()) {
                    throw TemplateException.user(
                            "option-out-of-range",
                            "The option \"%s\" is %d, which is not between %.0f and %.0f."
                                    .formatted(option.name(), value, option.minimum(), option.maximum()),
                            "Correct it and start again.");
                }
            }
        }
        return new Settings(
                options.text(OptionSpec.PRESET).orElse("balanced"),
                (int) options.integer("horizon"),
                (int) options.integer("season"),
                options.text("gaps").orElse("auto"),
                options.text("knownAhead").orElse(CovariateFinder.FOUND),
                options.text("totals").orElse("report"),
                country(options));
    }

    private static Optional<Country> country(OptionValues options) throws TemplateException {
        Optional<Country> country = Country.of(options.text("country").orElse(Country.NONE));
        String region = options.text("region").orElse(Country.ALL_REGIONS);
        if (country.isPresent()) {
            return Optional.of(country.get().in(region));
        }
        if (!region.isBlank() && !region.equalsIgnoreCase(Country.ALL_REGIONS)) {
            throw TemplateException.user(
                    "region-without-country",
                    "The region \"%s\" is chosen, but no country.".formatted(region),
                    "Choose its country too.");
        }
        return Optional.empty();
    }

    /** At how many moments inside the data a preset forecasts. */
    static int origins(String preset) {
        return switch (preset) {
            case "quick" -> 2;
            case "best" -> 6;
            default -> 4;
        };
    }
}
