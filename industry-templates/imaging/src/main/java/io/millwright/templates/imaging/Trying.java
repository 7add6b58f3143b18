package io.millwright.templates.imaging;

import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrialContext;
import io.millwright.templates.imaging.network.TensorEngine;
import io.millwright.templates.imaging.pictures.Painter;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.Space;
import io.millwright.templates.learning.workers.Workers;
import java.util.Map;
import java.util.Optional;

/** Tries one choice: one network, half the epochs, judged on the tenth of the learning images that it left out. */
final class Trying {

    /** What a search may choose. */
    static final Space SPACE = Space.empty().decimal("augmentation", 0.5, 3).logDecimal("learningRate", 0.001, 0.01);

    private final TrialContext context;

    Trying(TrialContext context) {
        this.context = context;
    }

    void run() throws TemplateException, InterruptedException {
        Settings settings = Settings.of(context.options());
        Understood understood = Understood.of(context, settings, new Notes(), 0.2);
        Plan plan = understood
                .plan()
                .with(context.trial().parameters())
                .forTrial(context.trial().budget());
        TensorEngine engine =
                TensorEngine.start(context.scratch(), context.resources().gpus());
        Painter painter = new Painter(plan.input(), understood.standardisation());
        Teaching.Taught taught = new Teaching(
                        engine, plan, understood.examples(), understood.partition(), painter, context.seed(), 1)
                .run(Optional.empty(), context.progress(), 0.2, 0.9, Optional.empty());
        Calibrating calibrating = Calibrating.of(
                engine,
                plan,
                taught.weights(),
                understood.pictures(),
                understood.classes(),
                understood.partition(),
                painter,
                new Workers(1));
        context.progress().update(1, "Done");
        context.result(calibrating.loss(), Map.of("temperature", calibrating.temperature()));
    }
}
