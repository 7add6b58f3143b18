package io.millwright.templates.fraud;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnFinder;
import java.util.List;

/**
 * What a person set, checked.
 *
 * @param preset quick, balanced or best
 * @param labelDelayDays how long it takes until a fraud is known
 * @param trainingDays length of the past that a model learns from
 * @param testDays length of the time at the end of the file that a model is judged on
 * @param alertsPerDay how many alerts people can look at
 * @param reviewCost what looking at one alert costs, in the currency of the amounts; 0 = not known
 * @param missedCost what missing one fraud costs, in the same currency; 0 = its amount
 * @param rounds trees at most; 0 = as the template thinks best
 * @param depth levels of a tree; 0 = as the template thinks best
 * @param learningRate share of each tree's correction that is taken; 0 = as the template thinks best
 */
public record Settings(
        String preset,
        int labelDelayDays,
        int trainingDays,
        int testDays,
        int alertsPerDay,
        double reviewCost,
        double missedCost,
        int rounds,
        int depth,
        double learningRate) {

    static final List<OptionSpec> OPTIONS = List.of(
            OptionSpec.preset(),
            OptionSpec.integer(
                    "labelDelayDays",
                    "Days until a fraud is known",
                    "How long it takes until it is known which transactions were fraud; younger labels are not used.",
                    7,
                    1,
                    90),
            OptionSpec.integer(
                    "alertsPerDay",
                    "Alerts per day",
                    "How many alerts your people can look at in a day; the threshold never gives more on average.",
                    100,
                    1,
                    1_000_000),
            OptionSpec.decimal(
                    "reviewCost",
                    "Cost of one review",
                    "What looking at one alert costs, in the currency of the amounts; 0 balances false and missed alarms.",
                    0,
                    0,
                    1_000_000),
            OptionSpec.decimal(
                    "missedCost",
                    "Cost of a missed fraud",
                    "What missing one costs, always the same, in the currency of the cost of a review; 0 takes its amount.",
                    0,
                    0,
                    1_000_000_000),
            new OptionSpec(
                    ColumnFinder.LEAVE_OUT,
                    "Columns to leave out",
                    "Names of columns not to learn from, joined by commas: what is filled in later, or must not count.",
                    OptionSpec.Type.TEXT,
                    ColumnFinder.NONE,
                    List.of(),
                    0,
                    0,
                    true),
            OptionSpec.integer(
                            "trainingDays",
                            "Days to learn from",
                            "Length of the most recent past that the model learns from; longer where frauds are few.",
                            14,
                            2,
                            730)
                    .asAdvanced(),
            OptionSpec.integer(
                            "testDays",
                            "Days to be judged on",
                            "Length of the time at the end of the file that is kept from training to judge the model.",
                            7,
                            1,
                            180)
                    .asAdvanced(),
            OptionSpec.integer(
                            "rounds",
                            "Trees",
                            "How many trees are grown at most; 0 lets the template choose.",
                            0,
                            0,
                            5_000)
                    .asAdvanced(),
            OptionSpec.integer(
                            "depth",
                            "Depth of trees",
                            "How many questions a tree asks in a row; 0 lets the template choose.",
                            0,
                            0,
                            12)
                    .asAdvanced(),
            OptionSpec.decimal(
                            "learningRate",
                            "Learning rate",
                            "Share of each tree's correction that is taken; smaller needs more trees, 0 lets the template choose.",
                            0,
                            0,
                            1)
                    .asAdvanced());

    /** @throws TemplateException of kind USER when an option is missing, unreadable or out of its range */
    static Settings of(OptionValues options) throws TemplateException {
        for (OptionSpec option : OPTIONS) {
            if (option.type() == OptionSpec.Type.INTEGER || option.type() == OptionSpec.Type.DECIMAL) {
                check(option, options.decimal(option.name()));
            }
        }
        String preset = options.text(OptionSpec.PRESET).orElse("");
        if (!OptionSpec.PRESETS.contains(preset)) {
            throw TemplateException.user(
                    "option-invalid",
                    "The option \"preset\" is \"%s\".".formatted(preset),
                    "Choose quick, balanced or best.");
        }
        return new Settings(
                preset,
                (int) options.integer("labelDelayDays"),
                (int) options.integer("trainingDays"),
                (int) options.integer("testDays"),
                (int) options.integer("alertsPerDay"),
                options.decimal("reviewCost"),
                options.decimal("missedCost"),
                (int) options.integer("rounds"),
                (int) options.integer("depth"),
                options.decimal("learningRate"));
    }

    /** The same with another preset. */
    Settings with(String another) {
        return new Settings(
                another,
                labelDelayDays,
                trainingDays,
                testDays,
                alertsPerDay,
                reviewCost,
                missedCost,
                rounds,
                depth,
                learningRate);
    }

    private static void check(OptionSpec option, double value) throws TemplateException {
        if (!(value >= option.minimum() && value <= option.maximum())) {
            throw TemplateException.user(
                    "option-out-of-range",
                    "The option \"%s\" is %s, which is not between %s and %s."
                            .formatted(option.name(), value, option.minimum(), option.maximum()),
                    "Correct it and start again.");
        }
    }
}
