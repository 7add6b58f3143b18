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
 * @param task what is asked of the data, or {@link #AUTO}
 * @param horizon how far ahead wear can be seen, or a failure be announced; 0 = found from the data
 * @param missedCost what a missed failure costs, in needless inspections
 * @param falseAlarms share of normal rows that may be taken for odd
 * @param persistence rows in a row that must be odd before there is an alarm
 * @param rounds trees of each member; 0 = by preset
 */
record Settings(
        String preset,
        String task,
        double level,
        double alarm,
        double horizon,
        double missedCost,
        double falseAlarms,
        int persistence,
        int rounds) {

    static final String AUTO = "automatic";
    static final String LIFE = "remaining life";
    static final String FAILURE = "failure";
    static final String ODD = "odd behaviour";
    static final List<String> TASKS = List.of(AUTO, LIFE, FAILURE, ODD);

    static final List<OptionSpec> OPTIONS = List.of(
            OptionSpec.preset(),
            OptionSpec.choice(
                    "task",
                    "Question",
                    "How long machines will still run, which will fail, or which behave oddly; automatic finds it from the data.",
                    AUTO,
                    TASKS),
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
                    "missedCost",
                    "Cost of a missed failure",
                    "How many needless inspections a missed failure is worth; the limit of the probability follows from it.",
                    10,
                    1,
                    100_000),
            OptionSpec.decimal(
                    "falseAlarms",
                    "False alarms",
                    "Share of normal rows that may be taken for odd, e.g. 0.005 for one in 200.",
                    0.005,
                    0.0001,
                    0.2),
            OptionSpec.integer(
                            "persistence",
                            "Rows before an alarm",
                            "How many of the latest rows behave oddly before there is an alarm, so that single spikes raise none.",
                            3,
                            1,
                            1_000)
                    .asAdvanced(),
            OptionSpec.decimal(
                            "horizon",
                            "How far ahead",
                            "How long before a failure it shall be announced, or wear begins to show, in the unit of the time; 0 finds it from the data.",
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
        String task = options.text("task").orElse(AUTO);
        if (!TASKS.contains(task)) {
            throw TemplateException.user(
                    "option-invalid",
                    "The option \"task\" is \"%s\".".formatted(task),
                    "Choose one of: " + String.join(", ", TASKS) + ".");
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
                preset,
                task,
                options.decimal("level"),
                options.decimal("alarm"),
                options.decimal("horizon"),
                options.decimal("missedCost"),
                options.decimal("falseAlarms"),
                (int) options.integer("persistence"),
                (int) options.integer("rounds"));
    }
}
