package io.millwright.broker.test;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TrainingContext;
import java.util.List;
import java.util.Set;

/** A template that works step by step, so that a test can pull something away in the middle. */
public final class StepwiseTemplate implements Template {

    private static final int STEPS = 30;
    private static final long STEP_MILLIS = 100;

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "stepwise",
                "1.0.0",
                "Stepwise",
                "None",
                "Takes three seconds.",
                "",
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                TemplateDescriptor.RiskClass.MINIMAL);
    }

    @Override
    public void train(TrainingContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void score(ScoringContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void generateSample(SampleContext context) throws InterruptedException {
        try (var table = context.sample(List.of(new Column("step", ColumnType.INTEGER)))) {
            for (int step = 1; step <= STEPS; step++) {
                context.progress().log("step " + step);
                context.progress().metric("steps", step, step);
                context.progress().update((double) step / STEPS, "Stepping");
                Thread.sleep(STEP_MILLIS);
                table.integer(step).endRow();
            }
        }
    }
}
