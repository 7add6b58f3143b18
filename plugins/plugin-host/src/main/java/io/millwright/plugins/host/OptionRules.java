package io.millwright.plugins.host;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.tenancy.MillwrightException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks options against what a template offers. Used by forms as one types and by services before they store. */
public final class OptionRules {

    /** Longest text of an option and longest column name, in characters. */
    public static final int MAX_TEXT = 500;

    private OptionRules() {}

    /**
     * What is wrong with one value.
     *
     * @param value as typed; blank means the default
     * @return a sentence, empty when nothing is wrong
     */
    public static Optional<String> problem(OptionSpec option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        return switch (option.type()) {
            case INTEGER -> number(option, value, "a whole number", Long::parseLong);
            case DECIMAL -> number(option, value, "a number", Double::parseDouble);
            case BOOLEAN ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("%s is either true or false.".formatted(option.title()));
            case CHOICE ->
                option.choices().contains(value)
                        ? Optional.empty()
                        : Optional.of(
                                "%s is one of: %s.".formatted(option.title(), String.join(", ", option.choices())));
            case TEXT -> text(option.title(), value);
        };
    }

    /** What is wrong, by option name; empty when nothing is. */
    public static Map<String, String> problems(TemplateDescriptor template, Map<String, String> options) {
        var specs = template.options().stream().collect(Collectors.toMap(OptionSpec::name, spec -> spec));
        var roles = template.roles().stream().collect(Collectors.toMap(ColumnRole::option, role -> role));
        var problems = new LinkedHashMap<String, String>();
        new TreeMap<>(options).forEach((name, value) -> {
            var spec = specs.get(name);
            var role = roles.get(name);
            if (spec != null) {
                problem(spec, value).ifPresent(problem -> problems.put(name, problem));
            } else if (role != null) {
                text(role.title(), value).ifPresent(problem -> problems.put(name, problem));
            } else {
                problems.put(name, "%s has no option \"%s\".".formatted(template.name(), name));
            }
        });
        return problems;
    }

    /** @throws MillwrightException with code {@code option-invalid} that names every problem */
    public static void check(TemplateDescriptor template, Map<String, String> options) {
        var problems = problems(template, options);
        if (!problems.isEmpty()) {
            throw MillwrightException.user(
                    "option-invalid",
                    problems.entrySet().stream()
                            .map(problem -> problem.getKey() + ": " + problem.getValue())
                            .collect(Collectors.joining(" ")),
                    "Correct %s and try again.".formatted(String.join(", ", problems.keySet())));
        }
    }

    private static Optional<String> number(OptionSpec option, String value, String kind, Parser parser) {
        try {
            var number = parser.parse(value.strip()).doubleValue();
            if (number >= option.minimum() && number <= option.maximum()) {
                return Optional.empty();
            }
            return Optional.of("%s lies between %s and %s."
                    .formatted(option.title(), plain(option.minimum()), plain(option.maximum())));
        } catch (NumberFormatException notANumber) {
            return Optional.of("%s is %s.".formatted(option.title(), kind));
        }
    }

    private static Optional<String> text(String title, String value) {
        return value.length() <= MAX_TEXT
                ? Optional.empty()
                : Optional.of("%s has at most %d characters.".formatted(title, MAX_TEXT));
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : "" + number;
    }

    private interface Parser {
        Number parse(String text);
    }
}
