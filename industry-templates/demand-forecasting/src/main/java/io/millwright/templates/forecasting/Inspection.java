package io.millwright.templates.forecasting;

import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Understanding;
import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.holidays.Holidays;
import io.millwright.templates.forecasting.layout.Layout;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.workers.Workers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks at a file before anything is trained. */
final class Inspection {

    /** Seconds for a value and a lag of one moment, measured on one core of a small server. */
    private static final double SECONDS = 5e-8;

    /** Seconds for a cell of the table that trees learn from and one round of learning, measured likewise. */
    private static final double TREE_SECONDS = 4.5e-9;

    private static final int SHORT_LAGS = 50;

    /** A year. */
    private static final int DAYS = 365;

    /** What columns of holidays are called in some languages. */
    private static final Pattern HOLIDAY = Pattern.compile(
            "holiday|feiertag|ferien|f[eé]ri[eé]|feriado|festiv|feestdag|helg|vacation|vacances",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final InspectionContext context;

    Inspection(InspectionContext context) {
        this.context = context;
    }

    void run() throws TemplateException, InterruptedException {
        Notes notes = new Notes();
        context.progress().update(0.1, "Looking at the columns");
        Reading reading = Reading.of(context, Settings.of(context.options()), notes);
        reading.tell(notes);
        context.progress().update(0.9, "Telling what was understood");
        Panel panel = reading.panel();
        String word = panel.clock().word();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Layout", reading.words());
        facts.put(
                "Series",
                String.format(
                        Locale.ROOT,
                        "%,d, typically %,d %ss long",
                        panel.series().size(),
                        panel.typicalLength(),
                        word));
        facts.put("Frequency", "one " + word);
        long first = panel.series().stream().mapToLong(Series::start).min().orElse(0);
        long last = panel.series().stream().mapToLong(Series::end).max().orElse(1) - 1;
        facts.put("Period", panel.clock().text(first) + " to " + panel.clock().text(last));
        facts.put("Seasons", reading.seasons());
        facts.put("Steps ahead", Integer.toString(reading.horizon()));
        if (!reading.plan().known().isEmpty()) {
            facts.put(
                    "Known ahead",
                    Notes.list(
                            reading.plan().known().stream().map(Covariate::name).toList()));
        }
        reading.holidays().ifPresent(holidays -> facts.put("Holidays", "the " + holidays.title()));
        facts.put("Judged", "by forecasts at several moments before the end, each from what lay before it only");
        if (mayFollowHolidays(reading)) {
            notes.info("Public holidays are not known. If demand follows them, choose the country under \"Country\".");
        }
        Map<String, String> options = new LinkedHashMap<>();
        List<String> keys = reading.plan().keys();
        if (!keys.isEmpty()) {
            options.put("column.item", keys.getFirst());
        }
        if (keys.size() > 1) {
            options.put("column.place", keys.getLast());
        }
        if (reading.plan().time() != null) {
            options.put("column.time", reading.plan().time());
        }
        Layout layout = reading.layout();
        if (reading.plan().value() != null && (layout == null || layout.across().isEmpty())) {
            options.put("column.value", reading.plan().value());
        }
        reading.holidays()
                .ifPresent(holidays -> options.put("country", holidays.country().choice()));
        reading.holidays()
                .filter(holidays -> !holidays.country().region().isEmpty())
                .ifPresent(holidays ->
                        options.put("region", holidays.country().region().toUpperCase(Locale.ROOT)));
        options.put("horizon", Integer.toString(reading.horizon()));
        context.understood(new Understanding(
                String.format(
                        Locale.ROOT,
                        "Forecast %,d series %d %ss ahead",
                        panel.series().size(),
                        reading.horizon(),
                        word),
                facts,
                notes.all(),
                options,
                estimates(
                        reading,
                        Workers.of(context.resources().cpus(), Histories.MOST_THREADS)
                                .threads())));
        context.progress().update(1, "Done");
    }

    /** Whether days are long enough known for holidays to show, and nothing tells of them yet. */
    private static boolean mayFollowHolidays(Reading reading) {
        return reading.holidays().isEmpty()
                && reading.panel().typicalLength()
                        >= (long) DAYS * Holidays.stepsOfDay(reading.panel().clock())
                && Holidays.stepsOfDay(reading.panel().clock()) > 0
                && reading.plan().known().stream()
                        .noneMatch(column -> HOLIDAY.matcher(column.name()).find());
    }

    private static List<Understanding.Estimate> estimates(Reading reading, int threads) {
        double lags = SHORT_LAGS
                + (reading.periods().isEmpty() ? 0 : reading.periods().getLast());
        double once = SECONDS * reading.panel().cells() * lags / threads;
        long memory = (250L << 20)
                + reading.panel().cells() * 60
                + (long) (reading.panel().series().size() * lags * lags * 4);
        return OptionSpec.PRESETS.stream()
                .map(preset -> {
                    Lesson lesson = Lesson.of(preset);
                    boolean trees = lesson.worthwhile(reading);
                    return new Understanding.Estimate(
                            preset,
                            1
                                    + once * Settings.origins(preset)
                                    + (trees ? trees(reading, preset, lesson) / threads : 0),
                            memory + (trees ? lesson.cells(reading) * 12 : 0));
                })
                .toList();
    }

    /** Once for the judgement, then for each set of trees of the model, and for each trial of a search. */
    private static double trees(Reading reading, String preset, Lesson lesson) {
        int trials = preset.equals("best") ? Tuning.TRIALS : 0;
        return TREE_SECONDS * lesson.cells(reading) * lesson.effort().rounds() * (2.0 + lesson.members() + trials);
    }
}
