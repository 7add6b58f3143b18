package io.millwright.templates.maintenance.life.scoring;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.encoding.DayAndClock;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.WholeDates;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.FleetReader;
import io.millwright.templates.maintenance.life.LifeIntervals;
import io.millwright.templates.maintenance.life.model.ModelFiles;
import io.millwright.templates.maintenance.life.model.Recipe;
import io.millwright.templates.maintenance.life.model.SavedModel;
import io.millwright.templates.maintenance.scoring.ResultWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scores a file: the same features as in training, machine by machine; each row gets its remaining life. */
public final class LifeScoring {

    private final ScoringContext context;
    private final Progress progress;
    private final Notes notes = new Notes();

    public LifeScoring(ScoringContext context) {
        this.context = context;
        this.progress = context.progress();
    }

    public void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Reading the model");
        try (SavedModel model = ModelFiles.read(context.model())) {
            progress.update(0.05, "Reading the rows");
            Recipe recipe = model.recipe();
            TableInput dataset = DayAndClock.of(WholeDates.of(context.dataset()));
            TableProfile profile = TableProfile.of(dataset);
            ColumnPlan plan = asTrained(recipe.columns().withoutAnswers().forFile(profile), profile);
            Fleet fleet = new FleetReader(dataset, profile, plan, notes).read(recipe.unit());
            ScoredFleet scored = score(model, fleet);
            progress.update(0.9, "Writing the result");
            write(plan, profile, fleet, scored, recipe);
            context.report(new ScoringReport(fleet, scored, recipe).of(notes));
        }
        progress.update(1, "Done");
    }

    /** The columns of the model under the names of this file; a sensor that is not there is taken for missing. */
    private ColumnPlan asTrained(ColumnPlan trained, TableProfile profile) throws TemplateException {
        Set<String> there = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (String sensor : trained.sensors()) {
            profile.column(sensor).ifPresentOrElse(column -> there.add(sensor), () -> missing.add(sensor));
        }
        if (!missing.isEmpty()) {
            throw TemplateException.user(
                    "sensors-missing",
                    "The file lacks %s, which the model was trained on.".formatted(Notes.list(missing)),
                    "Bring a file with the same sensors, or train a model without them.");
        }
        return trained;
    }

    private ScoredFleet score(SavedModel model, Fleet fleet) throws InterruptedException {
        double[] remaining = new double[fleet.rows()];
        double[] lower = new double[fleet.rows()];
        double[] upper = new double[fleet.rows()];
        LifeIntervals intervals = model.recipe().intervals();
        List<List<String>> reasons = new ArrayList<>();
        Reasons words = new Reasons(model.recipe());
        for (int asset = 0; asset < fleet.size(); asset++) {
            progress.update(0.1 + 0.8 * asset / fleet.size(), "Estimating remaining life");
            int first = fleet.first(asset);
            int count = fleet.end(asset) - first;
            if (count == 0) {
                reasons.add(List.of());
                continue;
            }
            Matrix matrix = model.life().matrix(fleet, first, fleet.end(asset));
            System.arraycopy(model.life().estimate(matrix), 0, remaining, first, count);
            for (int row = first; row < first + count; row++) {
                lower[row] = intervals.lower(remaining[row], fleet.time()[first], row - first + 1);
                upper[row] = intervals.upper(remaining[row], fleet.time()[first], row - first + 1);
            }
            int width = matrix.columns();
            Matrix last = new Matrix(Arrays.copyOfRange(matrix.cells(), (count - 1) * width, count * width), 1, width);
            reasons.add(words.of(last, 0, model.life().contributions(last)[0]));
        }
        return new ScoredFleet(remaining, lower, upper, reasons);
    }

    private void write(ColumnPlan plan, TableProfile profile, Fleet fleet, ScoredFleet scored, Recipe recipe)
            throws TemplateException {
        int[] position = new int[Math.toIntExact(context.dataset().rowCount())];
        Arrays.fill(position, -1);
        for (int row = 0; row < fleet.rows(); row++) {
            position[fleet.source()[row]] = row;
        }
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("remaining_life", "lower", "upper")) {
            columns.add(new Column(name, ColumnType.DECIMAL));
        }
        columns.add(new Column("alarm", ColumnType.INTEGER));
        columns.add(new Column("latest", ColumnType.INTEGER));
        columns.addAll(ResultWriter.reasonColumns());
        new ResultWriter(context, profile, plan.part(), plan.asset(), plan.time()).write(columns, (source, result) -> {
            int row = position[source];
            if (row < 0) {
                columns.forEach(column -> result.missing());
                return;
            }
            int asset = fleet.assetOf(row);
            boolean latest = row == fleet.end(asset) - 1;
            result.number(scored.remaining()[row]);
            result.number(scored.lower()[row]);
            result.number(scored.upper()[row]);
            result.integer(scored.remaining()[row] <= recipe.alarm() ? 1 : 0);
            result.integer(latest ? 1 : 0);
            ResultWriter.reasons(latest ? scored.reasons().get(asset) : List.of(), result);
        });
    }
}
