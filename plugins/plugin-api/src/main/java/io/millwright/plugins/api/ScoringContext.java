package io.millwright.plugins.api;

import java.util.List;

/** What {@link Template#score} is given. */
public interface ScoringContext extends TemplateContext {

    TableInput dataset();

    ModelInput model();

    /** Opens the result, a table with one row per scored row; exactly once. */
    TableOutput result(List<Column> columns);

    /** Findings about the scored rows, e.g. how many alerts; at most once. */
    void report(Report report);
}
