package io.millwright.templates.maintenance;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.List;

/**
 * What a person set, checked.
 *
 * @param preset quick, balanced or best
 * @param level share of lives that shall end within the interval
 * @param alarm remaining life below which a machine is cause for alarm; 0 = a fifth of what can be seen ahead
 * @param horizon how far ahead wear can be seen; 0 = found from the data
 * @param rounds trees of each member; 0 = by preset
 */
record Settings(String preset, double level, double alarm, double horizon, int rounds) {

    static final List<OptionSpec> OPTIONS = List.of(
            OptionSpec.preset(),
            OptionSpec.decimal(
                    "alarm",
                    "Alarm at",
                    "Remaining life below which a machine is cause for alarm, in the unit of the time; 0 lets the template choose.",
                    0,
                    0,
                    1e9),
            OptionSpec.decimal(
                    "level",
                    "Level of the interval",
                    "Share of machines that shall fail within the interval, e.g. 0.9.",
                    0.9,
                    0.5,
                    0.99),
            OptionSpec.decimal(
                            "horizon",
                            "How far ahead",
                            "How long before a failure wear begins to show, in the unit of the time; 0 finds it from the data.",
                            0,
                            0,
                            1e9)
                    .asAdvanced(),
            OptionSpec.integer(
                            "rounds",
                            "Trees",
                            "How many trees each member grows; 0 lets the template choose.",
                            0,
                            0,
                            5_000)
                    .asAdvanced());

    /** @throws TemplateException of kind USER when an option is missing, unreadable or out of its range */
    static Settings of(OptionValues options) throws TemplateException {
        String preset = options.text(OptionSpec.PRESET).orElse("balanced");
        if (!OptionSpec.PRESETS.contains(preset)) {
            throw TemplateException.user(
                    "option-invalid",
                    "The option \"preset\" is \"%s\".".formatted(preset),
                    "Choose quick, balanced or best.");
        }
        for (OptionSpec option : OPTIONS) {
            if (option.type() != OptionSpec.Type.CHOICE) {
                double value = options.decimal(option.name());
                if (!(value >= option.minimum() && value <= option.maximum())) {
                    throw TemplateException.user(
                            "option-out-of-range",
                            "The option \"%s\" is %s, which is not between %s and %s."
                                    .formatted(option.name(), value, option.minimum(), option.maximum()),
                            "Correct it and start again.");
                }
            }
        }
        return new Settings(
                preset, options.decimal("level"), options.decimal("alarm"), options.decimal("horizon"), (int)
                        options.integer("rounds"));
    }
}
