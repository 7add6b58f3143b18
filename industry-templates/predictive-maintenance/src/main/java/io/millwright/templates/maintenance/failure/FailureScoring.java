package io.millwright.templates.maintenance.failure;

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
import io.millwright.templates.maintenance.scoring.ResultWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Scores a file: the same features as in training; each row gets the probability of a failure. */
public final class FailureScoring {

    /** Alarms that get reasons; the most probable ones. */
    private static final int EXPLAINED = 20_000;

    private static final int BLOCK = 50_000;

    private final ScoringContext context;
    private final Progress progress;
    private final Notes notes = new Notes();

    public FailureScoring(ScoringContext context) {
        this.context = context;
        this.progress = context.progress();
    }

    public void run() throws TemplateException, InterruptedException {
        progress.update(0.01, "Reading the model");
        try (FailureFiles.Saved saved = FailureFiles.read(context.model())) {
            progress.update(0.05, "Reading the rows");
            FailureFeatures features = saved.recipe().features();
            TableInput dataset = DayAndClock.of(WholeDates.of(context.dataset()));
            TableProfile profile = TableProfile.of(dataset);
            ColumnPlan plan = features.columns().forFile(profile);
            Fleet fleet = new FleetReader(dataset, profile, plan, notes)
                    .read(saved.recipe().unit());
            float[][] codes = features.categories().read(dataset, profile, fleet);
            int[] all = IntStream.range(0, fleet.rows()).toArray();
            double[] probabilities = new double[all.length];
            int[] sorts = new int[all.length];
            Matrix matrix = features.matrix(fleet, codes, all);
            for (int from = 0; from < all.length; from += BLOCK) {
                progress.update(0.1 + 0.6 * from / all.length, "Estimating probabilities");
                int to = Math.min(all.length, from + BLOCK);
                score(saved, part(matrix, from, to), from, probabilities, sorts);
            }
            progress.update(0.7, "Finding reasons");
            List<List<String>> reasons = reasons(saved, matrix, probabilities);
            progress.update(0.9, "Writing the result");
            write(plan, profile, fleet, saved.recipe(), probabilities, sorts, reasons);
            context.report(Urgency.of(fleet, saved.recipe(), probabilities).report(reasons, notes));
        }
        progress.update(1, "Done");
    }

    private static void score(FailureFiles.Saved saved, Matrix matrix, int from, double[] probabilities, int[] sorts) {
        double[] found = saved.model().probabilities(matrix);
        System.arraycopy(found, 0, probabilities, from, found.length);
        if (!saved.model().sorts().isEmpty()) {
            double[][] shares = saved.model().shares(matrix);
            for (int at = 0; at < shares.length; at++) {
                int best = 0;
                for (int sort = 1; sort < shares[at].length; sort++) {
                    best = shares[at][sort] > shares[at][best] ? sort : best;
                }
                sorts[from + at] = best + 1;
            }
        }
    }

    private static Matrix part(Matrix matrix, int from, int to) {
        int width = matrix.columns();
        return new Matrix(
                Arrays.copyOfRange(matrix.cells(), from * width, to * width), to - from, width, matrix.categorical());
    }

    /** For each row why a failure is probable; none where there is no alarm. */
    private static List<List<String>> reasons(FailureFiles.Saved saved, Matrix matrix, double[] probabilities) {
        List<List<String>> reasons = new ArrayList<>(java.util.Collections.nCopies(probabilities.length, List.of()));
        Reasons words = new Reasons(saved.recipe().features(), saved.recipe().typical());
        int[] alarms = IntStream.range(0, probabilities.length)
                .filter(row -> probabilities[row] >= saved.recipe().threshold())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -probabilities[row]))
                .limit(EXPLAINED)
                .mapToInt(Integer::intValue)
                .toArray();
        int width = matrix.columns();
        float[] cells = new float[alarms.length * width];
        for (int at = 0; at < alarms.length; at++) {
            System.arraycopy(matrix.cells(), alarms[at] * width, cells, at * width, width);
        }
        Matrix explained = new Matrix(cells, alarms.length, width, matrix.categorical());
        float[][] contributions = saved.model().any().contributions(explained);
        for (int at = 0; at < alarms.length; at++) {
            reasons.set(alarms[at], words.of(explained, at, contributions[at]));
        }
        return reasons;
    }

    private void write(
            ColumnPlan plan,
            TableProfile profile,
            Fleet fleet,
            FailureRecipe recipe,
            double[] probabilities,
            int[] sorts,
            List<List<String>> reasons)
            throws TemplateException {
        int[] position = new int[Math.toIntExact(context.dataset().rowCount())];
        Arrays.fill(position, -1);
        for (int row = 0; row < fleet.rows(); row++) {
            position[fleet.source()[row]] = row;
        }
        boolean several = recipe.classes().size() > 2;
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("failure_probability", ColumnType.DECIMAL));
        columns.add(new Column("alarm", ColumnType.INTEGER));
        if (several) {
            columns.add(new Column("failure_type", ColumnType.TEXT));
        }
        columns.addAll(ResultWriter.reasonColumns());
        new ResultWriter(context, profile, plan.part(), plan.asset(), plan.time()).write(columns, (source, result) -> {
            int row = position[source];
            if (row < 0) {
                columns.forEach(column -> result.missing());
                return;
            }
            boolean alarm = probabilities[row] >= recipe.threshold();
            result.number(probabilities[row]);
            result.integer(alarm ? 1 : 0);
            if (several && alarm) {
                result.text(recipe.classes().get(sorts[row]));
            } else if (several) {
                result.missing();
            }
            ResultWriter.reasons(reasons.get(row), result);
        });
    }
}
