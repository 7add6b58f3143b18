package io.millwright.plugins.api;

/** What {@link Template#train} is given. */
public interface TrainingContext extends TemplateContext {

    TableInput dataset();

    ModelOutput model();

    /** The findings about the model; exactly once. */
    void report(Report report);
}
