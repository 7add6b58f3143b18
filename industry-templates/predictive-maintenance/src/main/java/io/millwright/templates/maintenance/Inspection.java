package io.millwright.templates.maintenance;

import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.learning.encoding.MadeColumn;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at a file before anything is trained. */
final class Inspection {

    private final InspectionContext context;

    Inspection(InspectionContext context) {
        this.context = context;
    }

    void run() throws TemplateException, InterruptedException {
        Notes notes = new Notes();
        Settings settings = Settings.of(context.options());
        context.progress().update(0.1, "Looking at the columns");
        Task task = TaskFinder.find(context, settings, notes);
        context.progress().update(0.9, "Telling what was understood");
        Map<String, String> options = new LinkedHashMap<>();
        options.put("task", task.name());
        ColumnPlan plan = task.reading().plan();
        put(options, "column.asset", plan.asset());
        // a date made of several columns is found again by itself; the form offers columns of the file only
        put(options, "column.time", made(task, plan.time()) ? null : plan.time());
        put(options, "column.failure", plan.failure());
        put(options, "column.failureTime", plan.failureTime());
        put(options, "column.life", plan.life());
        context.understood(new Understanding(
                task.sentence(),
                task.facts(),
                notes.all(),
                options,
                task.estimates(settings, context.resources().cpus())));
        context.progress().update(1, "Done");
    }

    private static boolean made(Task task, @Nullable String time) {
        return time != null && MadeColumn.is(task.reading().table(), time);
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
