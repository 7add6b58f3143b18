package io.millwright.templates.forecasting;

import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.forecasting.evaluation.Backtest;
import io.millwright.templates.forecasting.evaluation.Evaluation;
import io.millwright.templates.forecasting.evaluation.Origin;
import io.millwright.templates.forecasting.model.ModelFiles;
import io.millwright.templates.forecasting.model.Recipe;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Workers;
import io.millwright.templates.forecasting.report.Notes;
import io.millwright.templates.forecasting.report.TrainingReport;
import java.util.List;

/** Trains a model: understand the file, forecast at moments inside it, choose and judge, keep the histories, tell. */
final class Training {

    private final TrainingContext context;
    private final Settings settings;
    private final Notes notes = new Notes();

    Training(TrainingContext context) throws TemplateException {
        this.context = context;
        this.settings = Settings.of(context.options());
    }

    void run() throws TemplateException, InterruptedException {
        Progress progress = context.progress();
        progress.update(0.01, "Looking at the columns");
        Reading reading = Reading.of(context, settings, notes);
        reading.tell(notes);
        Histories histories = new Histories(
                reading.panel().values(),
                reading.periods(),
                new Workers(context.resources().cpus()));
        List<Origin> origins = new Backtest(histories, reading.horizon(), Settings.origins(settings.preset()))
                .run(progress, 0.1, 0.85);
        if (origins.isEmpty()) {
            throw TemplateException.user(
                    "histories-too-short",
                    "No series is long enough to judge forecasts %d steps ahead.".formatted(reading.horizon()),
                    "Bring a longer history, or set fewer steps ahead.");
        }
        progress.update(0.85, "Choosing and judging");
        Evaluation evaluation = Evaluation.of(origins, histories.size(), reading.horizon());
        notes.info("Seasons: %s.", reading.seasons());
        notes.info(
                "Judged at %d moments before the end; at each the ways to forecast were chosen by the others, and only what lay "
                        + "before the moment was known.",
                origins.size());
        progress.update(0.92, "Writing the report");
        context.report(new TrainingReport(
                        reading.panel(),
                        evaluation,
                        reading.horizon(),
                        reading.plan().keys())
                .of(notes));
        progress.update(0.97, "Saving the model");
        ModelFiles.write(
                new Recipe(
                        Recipe.FORMAT,
                        reading.plan(),
                        reading.panel().clock(),
                        reading.gaps(),
                        reading.horizon(),
                        reading.periods(),
                        ModelFiles.members(),
                        evaluation.choice(),
                        evaluation.intervals(),
                        ""),
                reading.raw().series(),
                context.model());
        progress.update(1, "Done");
    }
}
