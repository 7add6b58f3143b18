package io.millwright.plugins.api;

import java.util.List;

/** What {@link Template#score} is given. */
public interface ScoringContext extends DatasetContext {

    ModelInput model();

    /**
     * Opens the result, exactly once: a table with one row per scored row, or, where the template answers about items
     * instead of rows ({@link TemplateDescriptor.Answers#ITEMS}), one row per answer.
     */
    TableOutput result(List<Column> columns);

    /** Findings about the scored rows, e.g. how many alerts; at most once. */
    void report(Report report);
}
