package io.millwright.templates.fraud;

import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnFinder;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.columns.SeriesFinder;
import io.millwright.templates.fraud.columns.SeriesPlan;
import io.millwright.templates.fraud.evaluation.TimePlan;
import io.millwright.templates.fraud.evaluation.TimePlanner;
import io.millwright.templates.fraud.fairness.Groups;
import io.millwright.templates.fraud.features.FeatureBuilder;
import io.millwright.templates.fraud.features.FeatureRecipe;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Debits;
import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.ledger.TransactionReader;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.boosting.TreeDevice;
import io.millwright.templates.learning.encoding.LabelReader;
import io.millwright.templates.learning.encoding.MadeColumn;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.WholeDates;
import io.millwright.templates.learning.report.Notes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file understood, read and turned into features: what a training and each of its trials begin with.
 *
 * @param labels what the spellings of the outcome mean
 * @param read further columns as they were read, those left out later among them
 * @param groups of a protected column
 * @param time how the time is split; empty where it cannot be
 * @param recipe how features are computed
 * @param device where trees are grown
 */
record Prepared(
        ColumnPlan plan,
        LabelReader labels,
        TransactionReader reader,
        List<Extra> read,
        Optional<Groups> groups,
        Optional<TimePlan> time,
        FeatureRecipe recipe,
        FeatureTable table,
        TreeDevice device) {

    static Prepared of(DatasetContext context, Settings settings, Notes notes, Progress progress)
            throws TemplateException, InterruptedException {
        progress.update(0.01, "Looking at the columns");
        TableInput dataset = WholeDates.of(context.dataset());
        TableProfile profile = TableProfile.of(dataset);
        Outcomes outcomes = Outcomes.of(
                dataset, new ColumnFinder(profile, MadeColumn.chosen(dataset, context.options()), notes).find(), notes);
        ColumnPlan plan = outcomes.plan();
        Understanding.tell(plan, outcomes.labels(), notes);

        progress.update(0.1, "Reading the rows");
        TransactionReader reader = new TransactionReader(dataset, profile, plan, outcomes.labels());
        Transactions all = reader.read(Remembered.nothing());
        Understanding.tellStrays(reader.strays(), plan, notes);
        boolean debits = Debits.turnWhereMost(all);
        Understanding.tellDebits(debits, plan, notes);
        Understanding.tellOdd(all, plan, notes);
        Repetitions.tell(all, notes);
        FutureMoments.tell(all, plan, notes);
        TimePlanner planner = new TimePlanner(all, settings);
        Optional<TimePlan> time = plan.time() == null ? Optional.empty() : planner.plan();
        FeatureRecipe recipe = new RecipeFinder(all, time, planner.delayDays(), plan, debits).find();

        progress.update(0.2, "Computing features");
        FeatureBuilder builder = new FeatureBuilder(recipe, plan.parts(), plan.extras(), SeriesPlan.NONE);
        refuseTooLarge(
                all.size(), builder.features().size(), context.resources().memoryBytes());
        FeatureTable computed = builder.build(all);
        progress.update(0.3, "Looking for leaks");
        Set<String> leaks = LeakGuard.suspects(computed, plan.extras(), Training.learnable(all, time), notes);
        leaks.addAll(Repetitions.columns(plan.extras(), all.extras, notes));
        SeriesPlan series = SeriesFinder.find(plan.extras(), all.extras, leaks);
        FeatureTable table = FeatureBuilder.withSeries(computed.without(leaks), series, plan.extras());
        List<Extra> read = plan.extras();
        plan = plan.with(series)
                .with(plan.extras().stream()
                        .filter(extra -> !leaks.contains(extra.name()))
                        .toList());
        Understanding.tell(series, notes);
        Understanding.refuseNothingToLearn(table);
        Optional<Groups> groups = Optional.ofNullable(plan.protectedColumn())
                .flatMap(profile::column)
                .map(column -> Groups.of(dataset, column));
        TreeDevice device = TreeDevice.of(context.resources().gpus());
        return new Prepared(plan, outcomes.labels(), reader, read, groups, time, recipe, table, device);
    }

    Transactions all() {
        return table.transactions();
    }

    boolean byTime() {
        return time.isPresent();
    }

    /** How many rows one model learns from. */
    int learnt() {
        return time.map(days -> TimePlan.rows(all(), days.trainingStart(), days.trainingEnd()).length)
                .orElse(all().size());
    }

    /** The table of features, its gathered copy and the engine's own. */
    private static void refuseTooLarge(long rows, long features, long memory) throws TemplateException {
        long bytes = rows * features * Float.BYTES * 3;
        if (bytes > memory) {
            throw TemplateException.resources(
                    "memory-too-small",
                    String.format(
                            Locale.ROOT,
                            "%,d rows with %,d features need about %,d MB of memory.",
                            rows,
                            features,
                            bytes >> 20),
                    "Start again with more memory, or with fewer rows or columns.");
        }
    }
}
