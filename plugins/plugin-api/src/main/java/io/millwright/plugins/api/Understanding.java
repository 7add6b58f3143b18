package io.millwright.plugins.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a template made of a dataset before it trains, for a person to confirm or correct.
 *
 * @param task the problem in one sentence, e.g. "Find the fraudulent ones among 555,712 payments of 58 days"
 * @param facts what was found, title to words, in the order of the page, e.g. "Period" to "18 June to 14 August 2018"
 * @param notes what a person should know or correct, warnings of leaks among them
 * @param options what the form is filled with: option names, {@code column.…} among them, to values as in
 *     {@link OptionValues}; only what was found and differs from the default
 * @param estimates what each preset will take, in the order of the presets
 */
public record Understanding(
        String task,
        Map<String, String> facts,
        List<Report.Note> notes,
        Map<String, String> options,
        List<Estimate> estimates) {

    public Understanding {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        notes = List.copyOf(notes);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        estimates = List.copyOf(estimates);
    }

    /**
     * What a training will take.
     *
     * @param preset a choice of the option {@link OptionSpec#PRESET}
     * @param seconds on the cores that the inspection was given, without waiting
     * @param memoryBytes peak of the whole process
     */
    public record Estimate(String preset, double seconds, long memoryBytes) {}
}
