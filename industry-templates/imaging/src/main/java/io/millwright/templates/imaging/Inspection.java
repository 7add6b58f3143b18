package io.millwright.templates.imaging;

import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.imaging.dataset.Classes;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what a set of images is about and what a training will take. */
final class Inspection {

    private static final double LOPSIDED = 20;

    private final InspectionContext context;

    Inspection(InspectionContext context) {
        this.context = context;
    }

    void run() throws TemplateException, InterruptedException {
        Settings settings = Settings.of(context.options());
        Notes notes = new Notes();
        Understood understood = Understood.of(context, settings.with("quick"), notes, 0.8);
        Classes classes = understood.classes();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int at = 0; at < classes.names().size(); at++) {
            int count = 0;
            for (int row : classes.present()) {
                byte[] truth = classes.truth()[row];
                count += truth != null && truth[at] == 1 ? 1 : 0;
            }
            counts.put(classes.names().get(at), count);
        }
        int most = counts.values().stream().max(Integer::compare).orElse(1);
        int least = counts.values().stream().min(Integer::compare).orElse(1);
        if (most > LOPSIDED * Math.max(1, least)) {
            notes.warn(
                    "The commonest class has %.0f times as many images as the rarest; rare ones count more in learning.",
                    (double) most / Math.max(1, least));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> listed = new ArrayList<>();
        counts.forEach((name, count) -> listed.add(String.format(Locale.ROOT, "%s %,d", name, count)));
        facts.put("Classes", String.join(", ", listed.subList(0, Math.min(20, listed.size()))));
        facts.put("Found in", classes.source());
        facts.put(
                "Images",
                String.format(Locale.ROOT, "%,d, %s", understood.listing().size(), sizes(understood)));
        facts.put("An image has", classes.exclusive() ? "exactly one class" : "any number of classes");
        facts.put("Judged on", understood.partition().how());
        facts.put("Mirrored", understood.plan().mirrored() ? "shows the same" : "shows something else");
        boolean two = classes.exclusive() && classes.names().size() == 2;
        if (two) {
            facts.put("Looked for", classes.names().getLast());
        }
        List<Understanding.Estimate> estimates = new ArrayList<>();
        for (String preset : OptionSpec.PRESETS) {
            Plan plan = Plan.of(
                    understood.listing(), classes, understood.partition().learning().length, settings.with(preset));
            int cpus = context.resources().cpus();
            estimates.add(new Understanding.Estimate(
                    preset,
                    plan.seconds(
                            understood.partition().learning().length,
                            understood.partition().judged().length,
                            cpus),
                    plan.memoryBytes(understood.listing().size())));
        }
        Plan plan =
                Plan.of(understood.listing(), classes, understood.partition().learning().length, settings);
        facts.put(
                "Networks",
                String.format(
                        Locale.ROOT,
                        "%d of %,d numbers, on %d × %d pixels in %s",
                        plan.networks(),
                        plan.architecture().size(),
                        plan.input().width(),
                        plan.input().height(),
                        plan.input().channels() == 1 ? "grey" : "colour"));
        String task = two
                ? String.format(
                        Locale.ROOT,
                        "Find \"%s\" among %,d images.",
                        classes.names().getLast(),
                        classes.present().size())
                : String.format(
                        Locale.ROOT,
                        "Tell %d classes of %,d images apart.",
                        classes.names().size(),
                        classes.present().size());
        context.progress().update(1, "Done");
        context.understood(new Understanding(
                task, facts, notes.all(), two ? Map.of("sought", classes.names().getLast()) : Map.of(), estimates));
    }

    private static String sizes(Understood understood) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int row = 0; row < understood.listing().size(); row++) {
            double side = Math.max(
                    understood.listing().number("width", row, 0),
                    understood.listing().number("height", row, 0));
            least = Math.min(least, side);
            most = Math.max(most, side);
        }
        return least == most
                ? String.format(Locale.ROOT, "longer side %.0f", most)
                : String.format(Locale.ROOT, "longer side %.0f to %.0f", least, most);
    }
}
