package io.millwright.templates.fraud;

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
import io.millwright.templates.fraud.columns.Role;
import io.millwright.templates.fraud.scoring.Scoring;
import io.millwright.templates.fraud.simulation.Simulation;
import java.util.List;
import java.util.Set;

/** The template: finds fraud in payments and other events, and rare outcomes in wide tables. */
public final class FraudDetection implements Template {

    private static final String VERSION = "0.1.0";

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "fraud-detection",
                VERSION,
                "Fraud detection",
                "Banking and payments",
                "Finds the payments that are fraud, says why, and tells how many alerts and how much money that means.",
                """
                Bring a file of past transactions with a column that says which were fraud. The template finds out which \
                columns are time, amount, customer and terminal, whatever they are called, and looks at each payment \
                against what is usual for the customer and against what was known of the terminal at that moment.

                It is judged as it would have done in use: on the last week of the file, after a gap as long as it takes \
                until frauds are known. The report says what share of fraud is found at which number of alerts a day, in \
                money too, and lets you move the threshold.

                Scoring gives each transaction a probability, an alert where people should look, and the reasons in words. \
                Files without time or customer, such as tables of credit clients, are learnt from as they are. Name a protected \
                column, such as gender, and it is left out, and the report compares what alerts mean for its groups.""",
                Role.ALL,
                Settings.OPTIONS,
                Set.of(Right.NATIVE_ENGINE, Right.GPU, Right.PERSONAL_DATA),
                List.of(new EngineRequirement("xgboost", "3.4.0")),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.MINIMAL);
    }

    @Override
    public void train(TrainingContext context) throws TemplateException, InterruptedException {
        new Training(context).run();
    }

    @Override
    public void trial(TrialContext context) throws TemplateException, InterruptedException {
        Tuning.trial(context);
    }

    @Override
    public void inspect(InspectionContext context) throws TemplateException, InterruptedException {
        new Inspection(context).run();
    }

    @Override
    public void score(ScoringContext context) throws TemplateException, InterruptedException {
        new Scoring(context).run();
    }

    @Override
    public void generateSample(SampleContext context) throws InterruptedException {
        try (TableOutput output = context.sample(Simulation.COLUMNS)) {
            Simulation.sample(context.seed()).write(output, context.progress());
        }
        context.progress().update(1, "Done");
    }
}
