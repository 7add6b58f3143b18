package io.millwright.templates.forecasting;

import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.columns.ColumnFinder;
import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.columns.CovariateFinder;
import io.millwright.templates.forecasting.columns.ShapedFile;
import io.millwright.templates.forecasting.holidays.Country;
import io.millwright.templates.forecasting.holidays.Holidays;
import io.millwright.templates.forecasting.layout.Layout;
import io.millwright.templates.forecasting.panel.Gaps;
import io.millwright.templates.forecasting.panel.Occasions;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.PanelReader;
import io.millwright.templates.forecasting.panel.Series;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.series.Periods;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was understood: the same for inspection and training.
 *
 * @param layout how times in several columns were put together; null where one column tells them
 * @param raw with gaps as NaN
 * @param panel without gaps
 * @param periods steps after which series repeat themselves, the shorter first
 * @param horizon steps ahead
 * @param holidays of the country that was chosen
 */
record Reading(
        @Nullable Layout layout,
        ColumnPlan plan,
        Panel raw,
        Panel panel,
        Gaps gaps,
        List<Integer> periods,
        int horizon,
        Optional<Holidays> holidays) {

    private static final int FEWEST = 8;
    private static final long BYTES_PER_CELL = 60;
    private static final long BYTES_BESIDE = 12;
    private static final int WEEK = 7;
    /** Rounds of these lengths are days of hours, half or quarter hours; days make weeks. */
    private static final Set<Integer> DAILY_ROUNDS = Set.of(24, 48, 96);

    /** @throws TemplateException when nothing can be forecast, or there is too little memory */
    static Reading of(DatasetContext context, Settings settings, Notes notes) throws TemplateException {
        if (context.dataset().rowCount() == 0) {
            throw TemplateException.user(
                    "no-rows", "The file has no rows.", "Bring a file with the past of what is to be forecast.");
        }
        ShapedFile file = ShapedFile.of(context.dataset(), context.options());
        ColumnPlan found = new ColumnFinder(file, context.options(), notes).find();
        found = found.withKnown(
                new CovariateFinder(file.table(), file.profile(), notes).find(found, settings.knownAhead()));
        Panel read = new PanelReader(file.table(), file.profile(), found, notes).read(null);
        Known known = Known.of(read, found, settings.knownAhead().equalsIgnoreCase(CovariateFinder.FOUND), notes);
        Panel raw = known.panel();
        long bytes = raw.cells()
                * (BYTES_PER_CELL + BYTES_BESIDE * (long) known.plan().known().size());
        if (bytes > context.resources().memoryBytes()) {
            throw TemplateException.resources(
                    "memory-too-small",
                    String.format(
                            Locale.ROOT,
                            "%,d steps of all series need about %,d MB of memory.",
                            raw.cells(),
                            bytes >> 20),
                    "Start again with more memory, with fewer series, or with fewer columns beside the value.");
        }
        if (raw.typicalLength() < FEWEST) {
            throw TemplateException.user(
                    "histories-too-short",
                    "Most series have fewer than %d steps (typically %d), so nothing can be learnt and judged."
                            .formatted(FEWEST, raw.typicalLength()),
                    "Bring a longer history, or correct the columns that name a series.");
        }
        Gaps gaps = settings.gaps().equals("auto")
                ? Gaps.found(raw)
                : Gaps.valueOf(settings.gaps().toUpperCase(Locale.ROOT));
        Panel panel = gaps.fill(raw);
        List<Integer> periods =
                affordable(periods(panel, settings), panel, context.resources().memoryBytes());
        int wanted = settings.horizon() > 0
                ? settings.horizon()
                : raw.stepsTold() > 0
                        ? raw.stepsTold()
                        : panel.clock().usualHorizon(periods.isEmpty() ? 1 : periods.getFirst());
        int horizon = Math.clamp(wanted, 1, Math.max(1, panel.typicalLength() / 3));
        if (horizon < settings.horizon()) {
            notes.warn("The histories are too short for %d steps ahead; %d are forecast.", settings.horizon(), horizon);
        }
        Panel aligned = known.plan().time() == null ? raw : raw.aligned(horizon, gaps);
        return new Reading(
                file.layout(),
                known.plan(),
                aligned,
                gaps.fill(aligned),
                gaps,
                periods,
                horizon,
                holidays(settings.country(), aligned, horizon, notes));
    }

    private static Optional<Holidays> holidays(Optional<Country> country, Panel panel, int horizon, Notes notes) {
        Optional<Holidays> holidays = country.flatMap(chosen -> Holidays.of(chosen, panel, horizon));
        if (country.isPresent() && holidays.isEmpty()) {
            notes.warn(
                    "The steps are no dates, so that the public holidays of %s cannot be found and are not used.",
                    country.get().name());
        } else if (holidays.isPresent() && holidays.get().keys().isEmpty()) {
            notes.warn(
                    "No %s are known in the time of the data, so none are used.",
                    holidays.get().title());
            return Optional.empty();
        }
        return holidays;
    }

    /** The holidays as the other ways to forecast know them; null without a country. */
    @Nullable
    Occasions occasions() {
        return holidays.map(found -> found.occasions(
                        panel.clock(),
                        panel.series().stream().mapToLong(Series::start).toArray(),
                        panel.end() + horizon))
                .orElse(null);
    }

    /** All that trees are told of steps ahead: by the file, and by the calendar. */
    List<Covariate> columns() {
        return Stream.concat(
                        plan.known().stream(),
                        holidays.stream().flatMap(found -> found.columns(panel.clock()).stream()))
                .toList();
    }

    private static List<Integer> periods(Panel panel, Settings settings) {
        if (settings.season() > 0) {
            return settings.season() == 1 ? List.of() : List.of(settings.season());
        }
        List<double[]> values = panel.series().stream().map(Series::values).toList();
        List<Integer> found = Periods.find(values, panel.clock().calendarPeriods());
        if (found.size() == 1 && DAILY_ROUNDS.contains(found.getFirst())) {
            return Periods.find(values, List.of(found.getFirst(), WEEK * found.getFirst()));
        }
        return found;
    }

    /** Without the longer period where regressions over it would not fit into memory. */
    private static List<Integer> affordable(List<Integer> periods, Panel panel, long memory) {
        if (periods.size() < 2) {
            return periods;
        }
        double lags = Math.min(periods.getLast(), panel.typicalLength() / 3.0);
        return panel.series().size() * lags * lags * Double.BYTES / 2 > memory / 4.0 ? periods.subList(0, 1) : periods;
    }

    /** Values that judge forecasts: NaN where a gap was filled between its neighbours. */
    double[][] seen() {
        return (gaps == Gaps.ZERO ? panel : raw).values();
    }

    /** Tells in words how the file was understood. */
    void tell(Notes notes) {
        notes.info("Understood: %s.", words());
        if (layout != null) {
            notes.info("%s.", layout.words());
        }
        long missing = raw.gaps();
        if (missing > 0) {
            notes.info(
                    "%,d steps without a value inside the series were %s.",
                    missing, gaps == Gaps.ZERO ? "taken for zero" : "filled with values between their neighbours");
        }
        if (!plan.known().isEmpty()) {
            notes.info(
                    "Taken as known ahead: %s. The trees use them; correct \"Known ahead\" if they are not.",
                    Notes.list(plan.known().stream().map(Covariate::name).toList()));
        }
        holidays.ifPresent(found -> notes.info("The %s are known for every step, and used.", found.title()));
        long latest = panel.series().stream().mapToLong(Series::end).max().orElse(0);
        long ended = plan.wide()
                ? 0
                : panel.series().stream()
                        .filter(series -> series.end() + horizon < latest)
                        .count();
        if (ended > 0) {
            notes.warn("%,d series end long before the others; they are forecast from their own ends.", ended);
        }
    }

    /** The layout in words. */
    String words() {
        if (!plan.series().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "a row for each step, \"%s\" is the time, %d columns are a series each",
                    plan.time(),
                    plan.series().size());
        }
        String named = plan.keys().isEmpty() ? "one series" : Notes.list(plan.keys()) + " names a series";
        if (layout != null && !layout.across().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "a row for each \"%s\" with its %ss in %d columns from \"%s\" on, %s",
                    layout.time(),
                    layout.unit().name().toLowerCase(Locale.ROOT),
                    layout.across().size(),
                    layout.across().getFirst().column(),
                    named);
        }
        return plan.wide()
                ? String.format(
                        Locale.ROOT,
                        "a row for each series, the steps in %d columns from \"%s\" on, %s",
                        plan.steps().size(),
                        plan.steps().getFirst(),
                        named)
                : String.format(
                        Locale.ROOT,
                        "a row for each step, %s, %s, \"%s\" is forecast",
                        named,
                        plan.time() == null
                                ? "the order of the rows is the time"
                                : "\"" + plan.time() + "\" is the time",
                        plan.value());
    }

    String seasons() {
        return periods.isEmpty()
                ? "none found"
                : String.join(
                        " and ",
                        periods.stream()
                                .map(period -> period + " " + panel.clock().word() + "s")
                                .toList());
    }
}
