package io.millwright.plugins.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a template describes itself. Marketplace pages, forms and consent screens are generated from it.
 *
 * @param id stable identity, lower-case words joined by hyphens, at most {@value #MAX_ID} characters
 * @param version semantic version of this build, {@code major.minor.patch}
 * @param name what people call it, e.g. "Fraud detection"
 * @param industry the field it serves, e.g. "Banking and payments"
 * @param summary one sentence in the words of the business: the outcome, not the method
 * @param description a few paragraphs of plain text, separated by blank lines
 * @param roles the columns it needs from a table, in the order a form asks for them
 * @param options what a person may set, in the order a form shows it
 * @param rights what it asks for beyond reading its inputs and writing its outputs
 * @param engines native engines it needs, by name and version
 * @param data what sort of dataset it learns from
 * @param answers what a scoring's result has a row for
 * @param riskClass the class it claims under the EU AI Act; governance decides on it
 */
public record TemplateDescriptor(
        String id,
        String version,
        String name,
        String industry,
        String summary,
        String description,
        List<ColumnRole> roles,
        List<OptionSpec> options,
        Set<Right> rights,
        List<EngineRequirement> engines,
        DataKind data,
        Answers answers,
        RiskClass riskClass) {

    public static final int MAX_ID = 64;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");

    public TemplateDescriptor {
        if (!ID.matcher(id).matches() || id.length() > MAX_ID) {
            throw new IllegalArgumentException("template id must be lower-case words joined by hyphens: " + id);
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("template version must be major.minor.patch: " + version);
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(industry);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(description);
        Objects.requireNonNull(data);
        Objects.requireNonNull(answers);
        Objects.requireNonNull(riskClass);
        roles = List.copyOf(roles);
        options = List.copyOf(options);
        rights = Set.copyOf(rights);
        engines = List.copyOf(engines);
    }

    /** What a scoring's result has a row for. */
    public enum Answers {
        /** Each row of the dataset, in its order. */
        ROWS,
        /** Things the rows are about, such as machines or the days ahead of a series. */
        ITEMS
    }

    /** Risk classes of Regulation (EU) 2024/1689, articles 5, 6 and 50. */
    public enum RiskClass {
        MINIMAL,
        LIMITED,
        HIGH
    }
}
