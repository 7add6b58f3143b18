package io.millwright.plugins.api;

/**
 * One industry template: it describes itself, trains a model from a dataset and scores other datasets with it.
 *
 * <p>Implemented by the author with a public no-argument constructor. The platform makes one instance per attempt, calls
 * exactly one of the methods besides {@link #descriptor()} on one thread, and ends the process afterwards. A template may
 * start threads of its own, as many as {@link Resources#cpus()} allows.
 *
 * <p>What goes wrong is told by {@link TemplateException}, whose kind decides whether the platform tries again. Any other
 * exception is reported as a defect of the template.
 */
public interface Template {

    /** What this template is, needs and offers. Constant, quick, and without side effects. */
    TemplateDescriptor descriptor();

    /**
     * Trains one model. Writes the model's files to {@link TrainingContext#model()} and its findings to
     * {@link TrainingContext#report(Report)}, exactly once, before it returns.
     */
    void train(TrainingContext context) throws TemplateException, InterruptedException;

    /**
     * Looks at a dataset before anything is trained and tells what was understood of it, for a person to confirm or correct.
     * Quick: seconds for a million rows. The default understands nothing; then a form starts from the defaults.
     */
    default void inspect(InspectionContext context) throws TemplateException, InterruptedException {
        context.understood(new Understanding(
                "", java.util.Map.of(), java.util.List.of(), java.util.Map.of(), java.util.List.of()));
    }

    /**
     * Tries one choice of parameters that {@link #train} proposed through {@link Trials#run}, in an attempt of its own. Judges
     * inside the training data only. The default refuses: a template that proposes none.
     */
    default void trial(TrialContext context) throws TemplateException, InterruptedException {
        throw TemplateException.user("no-trials", "This template has nothing to try.", "Train without a search.");
    }

    /** Scores the rows of a dataset with a model of this template, of this or an older version. */
    void score(ScoringContext context) throws TemplateException, InterruptedException;

    /**
     * Generates the sample the template ships with: simulated, realistic, the same for the same seed. Written as one
     * table. The default refuses: a template without a sample.
     */
    default void generateSample(SampleContext context) throws TemplateException, InterruptedException {
        throw TemplateException.user("no-sample", "This template has no sample.", "Bring data of your own.");
    }
}
