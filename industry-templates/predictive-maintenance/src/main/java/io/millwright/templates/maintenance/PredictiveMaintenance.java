package io.millwright.templates.maintenance;

import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableOutput;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.Role;
import io.millwright.templates.maintenance.failure.FailureScoring;
import io.millwright.templates.maintenance.life.scoring.LifeScoring;
import io.millwright.templates.maintenance.model.ModelFolder;
import io.millwright.templates.maintenance.odd.OddScoring;
import io.millwright.templates.maintenance.simulation.Waterworks;
import java.util.List;
import java.util.Set;

/** The template: says how long machines will still run, which will fail, or which behave oddly. */
public final class PredictiveMaintenance implements Template {

    private static final String VERSION = "0.1.0";

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "predictive-maintenance",
                VERSION,
                "Predictive maintenance",
                "Manufacturing and utilities",
                "Says how long machines will still run, which will fail, or which behave oddly, how sure that is, and which sensors tell it.",
                """
                Bring what sensors measured on machines: a row for each machine and moment, many machines in one file, or a \
                file for each in an archive. The template finds out which columns are the machine, the time, the settings and \
                the failures, and which question the file can answer.

                Where machines ran until they failed it says how long others will still run, with an interval, and how early \
                which share of failures would have been announced. Where a column tells failures, of machines that are \
                repaired or of things without a history, it says how probable one is, with a limit that follows from what a \
                missed failure costs. Where no failure is known it learns what is normal and finds what departs from it.

                It is judged on machines, times or rows that it has not learnt from. Scoring gives each row its answer, \
                whether that is cause for alarm, and the reasons in words.""",
                Role.ALL,
                Settings.OPTIONS,
                Set.of(Right.NATIVE_ENGINE, Right.GPU),
                List.of(new EngineRequirement("xgboost", "3.4.0")),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.MINIMAL);
    }

    @Override
    public void inspect(InspectionContext context) throws TemplateException, InterruptedException {
        new Inspection(context).run();
    }

    @Override
    public void train(TrainingContext context) throws TemplateException, InterruptedException {
        new Training(context).run();
    }

    @Override
    public void trial(TrialContext context) throws TemplateException, InterruptedException {
        Settings settings = Settings.of(context.options());
        TaskFinder.find(context, settings, new Notes()).trial(context, settings);
    }

    @Override
    public void score(ScoringContext context) throws TemplateException, InterruptedException {
        switch (ModelFolder.task(context.model())) {
            case Settings.LIFE -> new LifeScoring(context).run();
            case Settings.FAILURE -> new FailureScoring(context).run();
            case Settings.ODD -> new OddScoring(context).run();
            case String other ->
                throw TemplateException.user(
                        "model-format",
                        "The model answers a question that this template does not know: \"%s\".".formatted(other),
                        "Score with the template version that trained it, or train again.");
        }
    }

    @Override
    public void generateSample(SampleContext context) throws InterruptedException {
        try (TableOutput output = context.sample(Waterworks.COLUMNS)) {
            new Waterworks(context.seed()).write(output, context.progress());
        }
        context.progress().update(1, "Done");
    }
}
