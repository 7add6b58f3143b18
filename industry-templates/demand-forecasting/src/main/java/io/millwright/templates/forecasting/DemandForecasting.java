package io.millwright.templates.forecasting;

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
import io.millwright.templates.forecasting.columns.Role;
import io.millwright.templates.forecasting.scoring.Scoring;
import io.millwright.templates.forecasting.simulation.Bakeries;
import java.util.List;
import java.util.Set;

/** The template: forecasts many series of demand, from their own past and from what they have in common. */
public final class DemandForecasting implements Template {

    private static final String VERSION = "0.1.0";

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "demand-forecasting",
                VERSION,
                "Demand forecasting",
                "Retail, logistics and energy",
                "Says how much of everything will be needed in the steps ahead, and how sure that is.",
                """
                Bring the past of what is to be forecast: a row for each item and day, or a row for each series with the steps \
                as columns. The template finds out which columns are the item, the place, the time and the value, how often \
                there is a value, and after how many steps the series repeat themselves. Columns beside the value, such as \
                prices, promotions and holidays, are used where rows with an empty value tell them of the steps ahead.

                Several ways to forecast are tried at moments inside the data, each from what lay before the moment only; those \
                that prove themselves are combined by their median. The report shows each series with what was forecast and \
                what came, the worst first, and compares with repeating the last season.

                Scoring gives a row for each series and step ahead, with intervals of 80 and 95 % and the reason in words.""",
                Role.ALL,
                Settings.OPTIONS,
                Set.of(Right.NATIVE_ENGINE, Right.GPU),
                List.of(new EngineRequirement("xgboost", "3.4.0")),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ITEMS,
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
        Tuning.trial(context);
    }

    @Override
    public void score(ScoringContext context) throws TemplateException, InterruptedException {
        new Scoring(context).run();
    }

    @Override
    public void generateSample(SampleContext context) throws InterruptedException {
        try (TableOutput output = context.sample(Bakeries.COLUMNS)) {
            new Bakeries(context.seed()).write(output, context.progress());
        }
        context.progress().update(1, "Done");
    }
}
