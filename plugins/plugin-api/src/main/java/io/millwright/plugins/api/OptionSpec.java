package io.millwright.plugins.api;

import java.util.List;

/**
 * Something a person may set before a job, with all a form needs to ask for it well.
 *
 * @param name identity, lower camel case
 * @param title what a form calls it
 * @param description one sentence: what it changes, with unit
 * @param type how it is entered and checked
 * @param defaultValue the value used when nothing is set, in the spelling of {@link OptionValues}
 * @param choices the allowed values of a CHOICE, empty otherwise
 * @param minimum smallest allowed number, inclusive; ignored unless INTEGER or DECIMAL
 * @param maximum largest allowed number, inclusive; ignored unless INTEGER or DECIMAL
 * @param advanced whether a form hides it until asked
 */
public record OptionSpec(
        String name,
        String title,
        String description,
        Type type,
        String defaultValue,
        List<String> choices,
        double minimum,
        double maximum,
        boolean advanced) {

    /** The option by which a person says how much effort a training may take. */
    public static final String PRESET = "preset";

    /** The choices of {@link #PRESET}, least effort first. */
    public static final List<String> PRESETS = List.of("quick", "balanced", "best");

    /** The option {@link #PRESET}, the same for every template that trains by presets. */
    public static OptionSpec preset() {
        return choice(
                PRESET,
                "Effort",
                "Quick for a first look, balanced for daily work, best when the last percent counts.",
                "balanced",
                PRESETS);
    }

    public OptionSpec {
        choices = List.copyOf(choices);
        if (type == Type.CHOICE && !choices.contains(defaultValue)) {
            throw new IllegalArgumentException("the default of option " + name + " is not one of its choices");
        }
    }

    /** How an option is entered and checked. */
    public enum Type {
        INTEGER,
        DECIMAL,
        BOOLEAN,
        TEXT,
        CHOICE
    }

    public static OptionSpec integer(String name, String title, String description, long value, long min, long max) {
        return new OptionSpec(name, title, description, Type.INTEGER, Long.toString(value), List.of(), min, max, false);
    }

    public static OptionSpec decimal(
            String name, String title, String description, double value, double min, double max) {
        return new OptionSpec(
                name, title, description, Type.DECIMAL, Double.toString(value), List.of(), min, max, false);
    }

    public static OptionSpec choice(String name, String title, String description, String value, List<String> choices) {
        return new OptionSpec(name, title, description, Type.CHOICE, value, choices, 0, 0, false);
    }

    /** The same option, hidden by forms until a person asks for all of them. */
    public OptionSpec asAdvanced() {
        return new OptionSpec(name, title, description, type, defaultValue, choices, minimum, maximum, true);
    }
}
