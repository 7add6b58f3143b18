package io.millwright.templates.example;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Predicts the average of the label, and says how far off that is on rows it did not learn from. */
public final class AverageTemplate implements Template {

    static final ColumnRole LABEL = new ColumnRole(
            "label",
            "Column to predict",
            "A number that is known for past rows and wanted for new ones, e.g. the energy used on a day.",
            true,
            Set.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.BOOLEAN),
            List.of("label", "target", "value"));

    private static final String FILE = "average.properties";
    private static final int SAMPLE_DAYS = 730;

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "average-baseline",
                "0.1.0",
                "Average baseline",
                "Any",
                "Says what the average would have predicted, so that you know what a better model is worth.",
                """
                Learns the average of one column and predicts it for every row. That is rarely good, and always worth \
                knowing: a model that does not beat the average has learnt nothing.

                It is also the smallest example of a template, made to be read and copied.""",
                List.of(LABEL),
                List.of(OptionSpec.decimal(
                        "heldOut",
                        "Rows kept for checking",
                        "Share of the last rows that is not learnt from but used to measure the error.",
                        0.2,
                        0.05,
                        0.5)),
                Set.of(),
                List.of(),
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.MINIMAL);
    }

    @Override
    public void train(TrainingContext context) throws TemplateException, InterruptedException {
        var heldOut = context.options().decimal("heldOut");
        var label = LabelColumn.find(context.dataset(), context.options());
        context.progress().update(0, "Reading the column \"%s\"".formatted(label));
        var values = LabelColumn.values(context.dataset(), label);
        var learnt = Math.max(1, (int) Math.round(values.length * (1 - heldOut)));
        var average = new Average(mean(values, 0, learnt), learnt);
        context.progress().update(0.9, "Measuring the error");
        var checked = learnt < values.length ? learnt : 0;
        var error = 0.0;
        for (var index = checked; index < values.length; index++) {
            error += Math.abs(values[index] - average.mean()) / (values.length - checked);
        }
        average.write(context.model().file(FILE));
        context.report(report(label, average, error, checked == 0));
    }

    @Override
    public void score(ScoringContext context) throws TemplateException, InterruptedException {
        context.progress().update(0, "Reading the model");
        var average = Average.read(context.model().file(FILE));
        try (var result = context.result(List.of(new Column("prediction", ColumnType.DECIMAL)))) {
            for (var row = 0L; row < context.dataset().rowCount(); row++) {
                result.number(average.mean()).endRow();
            }
        }
        context.progress().update(1, "Scored");
    }

    @Override
    public void generateSample(SampleContext context) throws InterruptedException {
        context.progress().update(0, "Simulating two years of days");
        var random = new SplittableRandom(context.seed());
        var columns = List.of(new Column("day", ColumnType.DATE), new Column("energy_value", ColumnType.DECIMAL));
        try (var sample = context.sample(columns)) {
            for (var day = 0; day < SAMPLE_DAYS; day++) {
                var season = 20 + 8 * Math.cos(2 * Math.PI * day / 365.25);
                var energy = Math.round(100 * (season + random.nextDouble(-3, 3))) / 100.0;
                sample.integer(19_723 + day).number(energy).endRow();
            }
        }
    }

    private static double mean(double[] values, int from, int to) {
        var sum = 0.0;
        for (var index = from; index < to; index++) {
            sum += values[index];
        }
        return sum / (to - from);
    }

    private static Report report(String label, Average average, double error, boolean onLearntRows) {
        var headline = String.format(
                Locale.ROOT, "The average of \"%s\" is %.4g; it is off by %.4g.", label, average.mean(), error);
        var notes = onLearntRows
                ? List.of(new Report.Note(
                        Report.Note.Level.WARNING, "There were too few rows to keep some for checking."))
                : List.<Report.Note>of();
        var metric = new Metric(
                "meanAbsoluteError",
                "Mean absolute error",
                error,
                "",
                Metric.Better.LOWER,
                "How far the prediction is from the truth, on average, in the unit of the column.");
        return new Report(headline, notes, List.of(metric), List.of());
    }
}
