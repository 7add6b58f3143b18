package io.millwright.templates.imaging;

import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.templates.imaging.simulation.Castings;
import java.util.List;
import java.util.Set;

/** The template: learns to tell images apart. */
public final class Imaging implements Template {

    private static final String VERSION = "0.1.0";

    @Override
    public TemplateDescriptor descriptor() {
        return new TemplateDescriptor(
                "imaging",
                VERSION,
                "Image inspection",
                "Manufacturing, health and agriculture",
                "Tells images apart, shows where it looked, and passes on to people what it does not know.",
                """
                Bring images in one folder for each class, or with a label file. The template finds the classes, the size \
                and the colours, keeps copies and images of the same patient or part together, and trains a few small \
                networks from scratch or from weights that you bring.

                It is judged on the folder "test" where there is one, else on a fifth of the images that nothing was learnt \
                from. The report shows hits, misses, uncertain and strange images with what the networks looked at, and \
                what each threshold would mean.

                Scoring gives each image a class, a probability for each class, how strange it is, and an alert where a \
                person should look. It is no medical device.""",
                Settings.ROLES,
                Settings.OPTIONS,
                Set.of(Right.NATIVE_ENGINE, Right.GPU, Right.PERSONAL_DATA),
                List.of(new EngineRequirement("pytorch", "2.7.1-0.35.0")),
                DataKind.IMAGES,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.LIMITED);
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
        new Trying(context).run();
    }

    @Override
    public void score(ScoringContext context) throws TemplateException, InterruptedException {
        new Scoring(context).run();
    }

    @Override
    public void generateSample(SampleContext context) throws InterruptedException {
        new Castings(context.seed()).write(context::image, context.progress());
    }
}
