package io.millwright.templates.forecasting.scoring;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.forecasting.columns.ColumnFinder;
import io.millwright.templates.forecasting.columns.ColumnPlan;
import io.millwright.templates.forecasting.columns.Covariate;
import io.millwright.templates.forecasting.columns.ShapedFile;
import io.millwright.templates.forecasting.holidays.Holidays;
import io.millwright.templates.forecasting.model.ModelFiles;
import io.millwright.templates.forecasting.model.Recipe;
import io.millwright.templates.forecasting.model.SavedModel;
import io.millwright.templates.forecasting.panel.Clock;
import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Panel;
import io.millwright.templates.forecasting.panel.PanelReader;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.workers.Workers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;

/**
 * Forecasts every series of a file. In the long layout its rows go on from the histories that the model keeps; in the wide
 * layout a row is the whole history of its series.
 */
public final class Scoring {

    private final ScoringContext context;
    private final Notes notes = new Notes();

    public Scoring(ScoringContext context) {
        this.context = context;
    }

    public void run() throws TemplateException, InterruptedException {
        context.progress().update(0.01, "Reading the model");
        SavedModel model = ModelFiles.read(context.model());
        Recipe recipe = model.recipe();
        context.progress().update(0.1, "Reading the rows");
        Asked asked = read(model);
        context.progress().update(0.3, "Forecasting");
        List<Ahead> ahead =
                Ahead.of(asked, model, Workers.of(context.resources().cpus(), Histories.MOST_THREADS));
        tell(recipe, ahead);
        Sums sums = Sums.of(
                ahead, model, asked.steps(), Workers.of(context.resources().cpus(), Histories.MOST_THREADS));
        context.progress().update(0.9, "Writing the result");
        List<Ahead> rows = new ArrayList<>(sums.series());
        if (recipe.totalRows()) {
            rows.addAll(sums.totals());
        }
        write(recipe, rows);
        context.report(new ScoringReport(recipe, sums, asked.steps(), notes).report());
        context.progress().update(1, "Done");
    }

    private Asked read(SavedModel model) throws TemplateException {
        Recipe recipe = model.recipe();
        ShapedFile shaped = ShapedFile.as(recipe.layout(), context.dataset());
        ColumnPlan plan = plan(recipe.columns(), shaped);
        Panel file = new PanelReader(shaped.table(), shaped.profile(), plan, notes).read(recipe.clock());
        Asked asked = Asked.of(file, model, !plan.wide() && plan.time() != null, notes);
        if (asked.known().series().stream().limit(asked.count()).anyMatch(each -> each.values().length == 0)) {
            throw TemplateException.user(
                    "nothing-to-forecast",
                    "A series has no value yet, and there is none that it could learn from.",
                    "Bring rows with values, or score with a model of series like it.");
        }
        return asked;
    }

    private void tell(Recipe recipe, List<Ahead> ahead) {
        Holidays holidays = recipe.holidays();
        if (holidays != null && holidays.older()) {
            notes.info(
                    "The %s come from a newer calendar than the model was trained with; a few days may differ.",
                    holidays.title());
        }
        long blind = ahead.stream().mapToLong(Ahead::blind).sum();
        if (blind > 0) {
            notes.warn(
                    "Of %,d steps ahead the file does not tell %s; they were forecast without. Add a row for each such step, with "
                            + "no value in %s.",
                    blind,
                    Notes.list(recipe.columns().known().stream()
                            .map(Covariate::name)
                            .toList()),
                    Notes.list(recipe.columns().values()));
        }
    }

    /** The columns of the model under the names of this file. */
    private ColumnPlan plan(ColumnPlan trained, ShapedFile file) throws TemplateException {
        List<String> needed = new ArrayList<>(trained.keys());
        if (trained.time() != null) {
            needed.add(trained.time());
        }
        if (trained.year() != null) {
            needed.add(trained.year());
        }
        needed.addAll(trained.values());
        List<String> missing = needed.stream()
                .filter(name -> !file.profile().columns().containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw ShapedFile.missing(missing);
        }
        if (!trained.wide()) {
            return trained;
        }
        ColumnPlan found = new ColumnFinder(file, context.options(), new Notes()).find();
        if (!found.wide()) {
            throw TemplateException.user(
                    "layout-differs",
                    "The model was trained on a file with the steps as columns, and this one has no such columns.",
                    "Bring a file with a row for each series and the steps as columns.");
        }
        return trained.withSteps(found.steps().stream()
                .filter(step -> !trained.keys().contains(step))
                .toList());
    }

    private void write(Recipe recipe, List<Ahead> ahead) {
        Clock clock = recipe.clock();
        boolean calendar = clock.unit() != Clock.Unit.NUMBER;
        Set<String> taken = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        recipe.columns().resultKeys().forEach(key -> columns.add(new Column(free(key, taken), ColumnType.TEXT)));
        String time = recipe.columns().time();
        columns.add(new Column(
                free(time == null ? "time" : time, taken),
                !calendar ? ColumnType.INTEGER : clock.days() ? ColumnType.DATE : ColumnType.TIMESTAMP));
        columns.add(new Column(free("step", taken), ColumnType.INTEGER));
        for (String name : List.of("forecast", "lower80", "upper80", "lower95", "upper95")) {
            columns.add(new Column(free(name, taken), ColumnType.DECIMAL));
        }
        columns.add(new Column(free("reason", taken), ColumnType.TEXT));
        int season = recipe.periods().isEmpty() ? 1 : recipe.periods().getFirst();
        Map<Long, String> holidays = holidays(recipe, ahead);
        try (TableOutput result = context.result(columns)) {
            for (Ahead one : ahead) {
                Reasons reasons = new Reasons(one.series().values(), season, clock.word());
                Recipe.Learned learned = one.series().beside().length == 0 ? null : recipe.learned();
                ToldReasons told = learned == null ? null : new ToldReasons(one.series(), learned.shape());
                for (int step = 0; step < one.path().length; step++) {
                    one.series().keys().forEach(result::text);
                    long moment = clock.moment(one.series().end() + step);
                    result.integer(calendar && clock.days() ? Math.floorDiv(moment, 86_400_000_000L) : moment);
                    result.integer(step + 1L);
                    result.number(one.path()[step]);
                    result.number(one.lower80()[step]).number(one.upper80()[step]);
                    result.number(one.lower95()[step]).number(one.upper95()[step]);
                    result.text(reasons.of(step)
                            + (told == null ? "" : told.of(step))
                            + holidays.getOrDefault(one.series().end() + step, ""));
                    result.endRow();
                }
            }
        }
    }

    /** By step what to say of the holiday that it is. */
    private static Map<Long, String> holidays(Recipe recipe, List<Ahead> ahead) {
        Holidays holidays = recipe.holidays();
        if (holidays == null || ahead.isEmpty()) {
            return Map.of();
        }
        LongSummaryStatistics ends =
                ahead.stream().mapToLong(one -> one.series().end()).summaryStatistics();
        long end = ends.getMax() + ahead.getFirst().path().length;
        Map<Long, String> names = holidays.names(recipe.clock(), ends.getMin(), end);
        names.replaceAll((step, name) -> "; %s, of the %s".formatted(name, holidays.title()));
        return names;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free = "model_" + free;
        }
        return free;
    }
}
