package io.millwright.templates.maintenance;

import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.templates.learning.report.Notes;

/** Trains a model: find what a file can answer, then follow the recipe of that question. */
final class Training {

    private final TrainingContext context;

    Training(TrainingContext context) {
        this.context = context;
    }

    void run() throws TemplateException, InterruptedException {
        Settings settings = Settings.of(context.options());
        Notes notes = new Notes();
        context.progress().update(0.01, "Looking at the columns");
        Task task = TaskFinder.find(context, settings, notes);
        context.progress().update(0.1, task.sentence());
        task.train(context, settings, notes);
        context.progress().update(1, "Done");
    }
}
