package io.millwright.templates.maintenance.scoring;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.FleetReader;
import io.millwright.templates.maintenance.model.ModelFiles;
import io.millwright.templates.maintenance.model.Recipe;
import io.millwright.templates.maintenance.model.SavedModel;
import io.millwright.templates.maintenance.report.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores a file: the same features as in training, machine by machine; each row gets its remaining life. */
public final class Scoring {

    private final ScoringContext context;
    private final Progress progress;
    private final Notes notes = new Notes();

    public Scoring(ScoringContext context) {
        this.context = context;
        this.progress = context.progress();
    }

    public void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Reading the model");
        try (SavedModel model = ModelFiles.read(context.model())) {
            progress.update(0.05, "Reading the rows");
            Recipe recipe = model.recipe();
            TableProfile profile = TableProfile.of(context.dataset());
            ColumnPlan plan = asTrained(recipe.columns().withoutFailure(), profile);
            Fleet fleet = new FleetReader(context.dataset(), profile, plan, notes).read();
            ScoredFleet scored = score(model, fleet);
            progress.update(0.9, "Writing the result");
            write(plan, profile, scored, recipe);
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
            int width = matrix.columns();
            Matrix last = new Matrix(Arrays.copyOfRange(matrix.cells(), (count - 1) * width, count * width), 1, width);
            reasons.add(words.of(last, 0, model.life().contributions(last)[0]));
        }
        return new ScoredFleet(remaining, reasons);
    }

    private void write(ColumnPlan plan, TableProfile profile, ScoredFleet scored, Recipe recipe)
            throws TemplateException {
        Fleet fleet = new FleetReader(context.dataset(), profile, plan, new Notes()).read();
        int rows = Math.toIntExact(context.dataset().rowCount());
        int[] position = new int[rows];
        Arrays.fill(position, -1);
        boolean[] last = new boolean[fleet.rows()];
        int[] assetOf = new int[fleet.rows()];
        for (int asset = 0; asset < fleet.size(); asset++) {
            for (int row = fleet.first(asset); row < fleet.end(asset); row++) {
                position[fleet.source()[row]] = row;
                assetOf[row] = asset;
                last[row] = row == fleet.end(asset) - 1;
            }
        }
        List<Column> keys = new ArrayList<>();
        key(profile, plan.asset()).ifPresent(keys::add);
        key(profile, plan.time()).ifPresent(keys::add);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("row", ColumnType.INTEGER));
        columns.addAll(keys);
        Set<String> taken = new HashSet<>(columns.stream().map(Column::name).toList());
        for (String name : List.of("remaining_life", "lower", "upper")) {
            columns.add(new Column(free(name, taken), ColumnType.DECIMAL));
        }
        columns.add(new Column(free("alarm", taken), ColumnType.INTEGER));
        columns.add(new Column(free("latest", taken), ColumnType.INTEGER));
        for (int reason = 1; reason <= Reasons.MOST; reason++) {
            columns.add(new Column(free("reason" + reason, taken), ColumnType.TEXT));
        }
        try (TableOutput result = context.result(columns);
                RowCursor cursor =
                        context.dataset().open(opened(keys, context.dataset().columns()))) {
            for (int source = 0; cursor.next(); source++) {
                result.integer(source + 1L);
                for (int key = 0; key < keys.size(); key++) {
                    copy(cursor, key, keys.get(key), result);
                }
                int row = position[source];
                if (row < 0) {
                    result.missing()
                            .missing()
                            .missing()
                            .missing()
                            .missing()
                            .missing()
                            .missing()
                            .missing();
                } else {
                    double estimate = scored.remaining()[row];
                    result.number(estimate);
                    result.number(Math.max(0, recipe.intervals().lower(estimate)));
                    result.number(Math.min(recipe.cut(), recipe.intervals().upper(estimate)));
                    result.integer(estimate <= recipe.alarm() ? 1 : 0);
                    result.integer(last[row] ? 1 : 0);
                    List<String> reasons = last[row] ? scored.reasons().get(assetOf[row]) : List.of();
                    for (int reason = 0; reason < Reasons.MOST; reason++) {
                        if (reason < reasons.size()) {
                            result.text(reasons.get(reason));
                        } else {
                            result.missing();
                        }
                    }
                }
                result.endRow();
            }
        }
    }

    private static List<String> opened(List<Column> keys, List<Column> all) {
        return keys.isEmpty()
                ? List.of(all.getFirst().name())
                : keys.stream().map(Column::name).toList();
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free = "model_" + free;
        }
        return free;
    }

    private static Optional<Column> key(TableProfile profile, @Nullable String name) {
        return name == null ? Optional.empty() : profile.column(name).map(ColumnProfile::column);
    }

    private static void copy(RowCursor row, int at, Column column, TableOutput result) {
        if (row.isMissing(at)) {
            result.missing();
            return;
        }
        switch (column.type()) {
            case TEXT -> result.text(String.valueOf(row.text(at)));
            case DECIMAL -> result.number(row.number(at));
            case INTEGER, BOOLEAN, DATE, TIMESTAMP -> result.integer(row.integer(at));
        }
    }
}
