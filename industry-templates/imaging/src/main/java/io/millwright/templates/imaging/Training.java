package io.millwright.templates.imaging;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.imaging.judging.Judgement;
import io.millwright.templates.imaging.model.ImagingModel;
import io.millwright.templates.imaging.model.ModelFiles;
import io.millwright.templates.imaging.model.Recipe;
import io.millwright.templates.imaging.model.StartingWeights;
import io.millwright.templates.imaging.network.TensorEngine;
import io.millwright.templates.imaging.pictures.Painter;
import io.millwright.templates.imaging.pictures.Standardisation;
import io.millwright.templates.imaging.report.Judged;
import io.millwright.templates.imaging.report.PictureBook;
import io.millwright.templates.imaging.report.TrainingReport;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.Sampler;
import io.millwright.templates.learning.search.Schedule;
import io.millwright.templates.learning.search.Search;
import io.millwright.templates.learning.search.SearchJournal;
import io.millwright.templates.learning.search.SearchOutcome;
import io.millwright.templates.learning.workers.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a model: understand the images, search if asked to, train, calibrate on what was left out, judge, tell. */
final class Training {

    private final TrainingContext context;
    private final Settings settings;
    private final Progress progress;
    private final Notes notes = new Notes();

    Training(TrainingContext context) throws TemplateException {
        this.context = context;
        this.settings = Settings.of(context.options());
        this.progress = context.progress();
    }

    void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Reading the images");
        Understood understood = Understood.of(context, settings, notes, 0.08);
        TensorEngine engine =
                TensorEngine.start(context.scratch(), context.resources().gpus());
        Path kept = context.scratch().resolve("checkpoint");
        Optional<SearchOutcome> search = understood.plan().trials() > 0
                ? Optional.of(search(understood.plan().trials(), kept))
                : Optional.empty();
        Plan plan = search.flatMap(SearchOutcome::best)
                .map(best -> understood.plan().with(best.trial().parameters()))
                .orElse(understood.plan());
        Optional<StartingWeights> start = start(plan);
        plan = start.isPresent() ? plan.starting(start.get().architecture()) : plan;

        Standardisation standardisation = understood.standardisation();
        Painter painter = new Painter(plan.input(), standardisation);
        Teaching.Taught taught = new Teaching(
                        engine,
                        plan,
                        understood.examples(),
                        understood.partition(),
                        painter,
                        context.seed(),
                        context.resources().cpus())
                .run(start, progress, 0.2, 0.85, Optional.of(new Teaching.Saving(context.checkpoints(), kept)));
        progress.update(0.86, "Calibrating on images that were left out");
        Calibrating calibrating = Calibrating.of(
                engine,
                plan,
                taught.weights(),
                understood.pictures(),
                understood.classes(),
                understood.partition(),
                painter,
                new Workers(Math.min(context.resources().cpus(), plan.networks())));
        ImagingModel model = new ImagingModel(
                recipe(understood, plan, standardisation, calibrating), taught.weights(), calibrating.familiarity());
        tell(understood, plan, engine, standardisation, start);
        try (Panel panel = new Panel(model, engine, context.resources().cpus())) {
            Judgement said =
                    panel.judge(understood.pictures(), understood.partition().judged(), progress, 0.9, 0.96);
            Judged judged =
                    new Judged(said, understood.classes(), model.recipe().sought());
            PictureBook book = new PictureBook(
                    said,
                    understood.classes().names(),
                    understood.listing(),
                    understood.pictures(),
                    panel,
                    understood.classes()::told);
            Optional<Chart> trials = search.map(
                    outcome -> outcome.chart("What was tried", new Chart.Axis("Log loss on images left out", "")));
            context.report(new TrainingReport(judged, understood.listing(), taught.losses(), trials).of(book, notes));
        }
        progress.update(0.98, "Saving the model");
        ModelFiles.write(model, context.model());
        progress.update(1, "Done");
    }

    private SearchOutcome search(int trials, Path kept) throws InterruptedException {
        Map<String, String> usual = Map.of("augmentation", "1.0", "learningRate", "0.004");
        return new Search(Trying.SPACE, Sampler.parzen(), Schedule.full(trials), context.seed(), List.of(usual))
                .run(
                        context.trials(),
                        new SearchJournal(context.checkpoints(), kept),
                        (ended, expected, best) ->
                                progress.update(0.08 + 0.1 * ended / expected, "Trying how to learn"));
    }

    private Optional<StartingWeights> start(Plan plan) throws TemplateException {
        Optional<Path> file = context.weights();
        return file.isPresent() ? Optional.of(StartingWeights.read(file.get(), plan.architecture())) : Optional.empty();
    }

    private Recipe recipe(Understood understood, Plan plan, Standardisation standardisation, Calibrating calibrating) {
        return new Recipe(
                Recipe.FORMAT,
                understood.classes().names(),
                understood.classes().exclusive(),
                plan.input(),
                plan.architecture(),
                plan.networks(),
                standardisation,
                plan.views(),
                plan.mirrored(),
                calibrating.temperature(),
                understood.classes().names().size() == 2 ? 1 : 0,
                0.5,
                understood.partition().how(),
                Map.of());
    }

    private void tell(
            Understood understood,
            Plan plan,
            TensorEngine engine,
            Standardisation standardisation,
            Optional<StartingWeights> start) {
        notes.info(
                "Learnt from %,d images, judged on %,d: %s.",
                understood.partition().learning().length,
                understood.partition().judged().length,
                understood.partition().how());
        notes.info(
                "%d networks of %,d numbers each, %d epochs on %d × %d pixels, trained on %s%s.",
                plan.networks(),
                plan.architecture().size(),
                plan.lesson().epochs(),
                plan.input().width(),
                plan.input().height(),
                engine.description(),
                start.isPresent() ? ", starting from the weights that were brought" : ", from scratch");
        if (settings.mirroring() == Mirroring.AUTO) {
            notes.info(
                    plan.mirrored()
                            ? "Mirrored images were learnt from as well: they hardly look more like other classes. The option \"mirror\" changes that."
                            : "Mirrored images were not learnt from: they look more like other classes, as letters do. The option \"mirror\" changes that.");
        }
        notes.info(
                standardisation.byImage()
                        ? "Each image was brought to the same brightness and contrast, so exposure does not matter."
                        : "Brightness was kept, because it tells the classes apart.");
        notes.info(
                "Probabilities hold where all classes are equally common; where one is rarer, so is it among the images that look like it.");
        if (understood.partition().judged().length < 100) {
            notes.warn(
                    "Only %d images were judged: the figures may be off by several percent.",
                    understood.partition().judged().length);
        }
    }
}
