package io.millwright.plugins.api;

import java.util.List;
import java.util.Set;

/**
 * A part that one column of the dataset plays for a template, e.g. the label or the customer.
 *
 * @param name identity, lower camel case; the option {@code column.<name>} carries a person's choice
 * @param title what a form calls it
 * @param description one sentence: what belongs there, with an example
 * @param required whether training is refused without it
 * @param types column types that can play it
 * @param hints lower-case fragments of column names that suggest it, best first
 */
public record ColumnRole(
        String name, String title, String description, boolean required, Set<ColumnType> types, List<String> hints) {

    /** The option under which a person's choice of column for this role arrives. */
    public String option() {
        return "column." + name;
    }

    public ColumnRole {
        types = Set.copyOf(types);
        hints = List.copyOf(hints);
    }
}
