package io.millwright.templates.maintenance;

import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.life.Effort;
import io.millwright.templates.maintenance.report.Notes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at a file before anything is trained. */
final class Inspection {

    /** Seconds for a tree of one member, a row and a feature, measured on one core of a small server. */
    private static final double SECONDS = 1.1e-9;

    private static final double COPIES = 2.6;
    private static final int FEATURES_PER_SENSOR = 5;
    private static final int MOST_ROWS = 40_000;

    private final InspectionContext context;

    Inspection(InspectionContext context) {
        this.context = context;
    }

    void run() throws TemplateException, InterruptedException {
        Notes notes = new Notes();
        context.progress().update(0.1, "Looking at the columns");
        Reading reading = Reading.of(context, notes);
        context.progress().update(0.9, "Telling what was understood");
        Fleet fleet = reading.fleet();
        String unit = fleet.unit().word();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Machines",
                String.format(Locale.ROOT, "%,d, of which %,d were seen to fail", fleet.size(), reading.failing()));
        facts.put(
                "Rows",
                String.format(Locale.ROOT, "%,d, typically %,d of a machine", fleet.rows(), fleet.medianRows()));
        facts.put("Typical life", String.format(Locale.ROOT, "%,.0f %s", fleet.medianSpan(), unit));
        facts.put("Sensors", Notes.list(reading.plan().sensors()));
        if (!reading.plan().settings().isEmpty()) {
            facts.put("Settings", Notes.list(reading.plan().settings()));
        }
        facts.put(
                "Conditions",
                reading.conditions().count() > 2
                        ? Integer.toString(reading.conditions().count() - 1)
                        : "one");
        facts.put("Judged", "on machines that are held out in turn, at random moments of their lives");
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "column.asset", reading.plan().asset());
        put(options, "column.time", reading.plan().time());
        put(options, "column.failure", reading.plan().failure());
        context.understood(new Understanding(
                String.format(Locale.ROOT, "Say how many %s each of %,d machines will still run", unit, fleet.size()),
                facts,
                notes.all(),
                options,
                estimates(reading)));
        context.progress().update(1, "Done");
    }

    private List<Understanding.Estimate> estimates(Reading reading) {
        double rows = Math.min(MOST_ROWS, reading.fleet().rows() * COPIES);
        double features = (reading.plan().sensors().size() + 1.0) * FEATURES_PER_SENSOR;
        long memory = (300L << 20) + (long) (rows * features * Float.BYTES * 4);
        return OptionSpec.PRESETS.stream()
                .map(preset -> {
                    Effort effort = Effort.of(preset);
                    double trees = (double) effort.boosters() * effort.options().rounds();
                    double search = preset.equals("best")
                            ? Tuning.TRIALS * 3.0 * effort.options().rounds()
                            : 0;
                    double seconds = 2 + SECONDS * (trees + search) * rows * features;
                    return new Understanding.Estimate(preset, seconds, memory);
                })
                .toList();
    }

    private static void put(Map<String, String> options, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
