package io.millwright.templates.maintenance;

import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.odd.OddTraining;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which machines behave oddly, where no failure is known? Nothing is searched: there is nothing to judge a search by. */
record OddBehaviour(Reading reading, OddTraining training) implements Task {

    /**
     * Seconds for a row and a pair of channels, for a row and a channel, and for everything else: processor time of trainings on a busy
     * server of two cores.
     */
    private static final double SECONDS_PAIR = 1.4e-8;

    private static final double SECONDS_CHANNEL = 1.5e-6;
    private static final double SECONDS = 3;

    static OddBehaviour of(Reading given, Notes notes) throws TemplateException {
        Reading reading = given.withModes();
        OddTraining training = new OddTraining(reading.plan(), reading.fleet(), reading.outcomes(), notes);
        notes.info("Understood: %s, no failure is learnt from.", reading.inWords());
        if (!reading.plan().categories().isEmpty()) {
            notes.info(
                    "Words are not learnt from for odd behaviour: %s.",
                    Notes.list(reading.plan().categories()));
        }
        return new OddBehaviour(reading, training);
    }

    @Override
    public String name() {
        return Settings.ODD;
    }

    @Override
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Find odd behaviour of %s in %,d rows",
                reading.plan().asset() == null
                        ? "one machine"
                        : String.format(
                                Locale.ROOT, "%,d machines", reading.fleet().size()),
                reading.fleet().rows());
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Rows",
                String.format(
                        Locale.ROOT,
                        "%,d, typically %,d of a machine",
                        reading.fleet().rows(),
                        reading.fleet().medianRows()));
        facts.put("Sensors", Notes.list(reading.plan().sensors()));
        if (!reading.plan().settings().isEmpty()) {
            facts.put("Settings", Notes.list(reading.plan().settings()));
        }
        int conditions = reading.conditions().count();
        facts.put("Conditions", conditions > 2 ? Integer.toString(conditions - 1) : "one");
        facts.put("Judged", "on stretches of time that are held out in turn, and by oddities planted into them");
        return facts;
    }

    @Override
    public List<Understanding.Estimate> estimates(Settings settings, int cores) {
        double rows = reading.fleet().rows();
        double channels =
                reading.plan().sensors().size() + reading.plan().settings().size();
        double seconds = SECONDS + rows * channels * (SECONDS_CHANNEL + SECONDS_PAIR * channels);
        long memory = (200L << 20) + (long) (rows * (channels * 4 * Float.BYTES + 4 * Double.BYTES));
        return OptionSpec.PRESETS.stream()
                .map(preset -> new Understanding.Estimate(preset, seconds, memory))
                .toList();
    }

    @Override
    public void train(TrainingContext context, Settings settings, Notes notes)
            throws TemplateException, InterruptedException {
        TreeDevice.tellUnused(context.resources().gpus(), notes);
        training.run(context, settings.falseAlarms(), settings.persistence());
    }

    @Override
    public void trial(TrialContext context, Settings settings) throws TemplateException {
        throw TemplateException.user(
                "no-trials",
                "Odd behaviour is found without a search: nothing says which parameters are better.",
                "Train without a search.");
    }
}
