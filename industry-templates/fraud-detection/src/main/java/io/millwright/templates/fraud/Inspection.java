package io.millwright.templates.fraud;

import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnFinder;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.fraud.columns.Extra;
import io.millwright.templates.fraud.columns.Role;
import io.millwright.templates.fraud.columns.SeriesFinder;
import io.millwright.templates.fraud.columns.SeriesPlan;
import io.millwright.templates.fraud.evaluation.TimePlan;
import io.millwright.templates.fraud.evaluation.TimePlanner;
import io.millwright.templates.fraud.evaluation.Togetherness;
import io.millwright.templates.fraud.features.FeatureBuilder;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Days;
import io.millwright.templates.fraud.ledger.Debits;
import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.ledger.TransactionReader;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.encoding.MadeColumn;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.WholeDates;
import io.millwright.templates.learning.report.Notes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a file before anything is learnt from it: the first steps of a training, told for a person to correct. */
final class Inspection {
    private static final int FOLDS = 5;

    /** Columns that are made of amount, time, customer and terminal. */
    private static final int FEATURES_OF_PAYMENTS = 22;

    private final InspectionContext context;
    private final TableInput dataset;
    private final Settings settings;
    private final Notes notes = new Notes();

    Inspection(InspectionContext context) throws TemplateException {
        this.context = context;
        this.dataset = WholeDates.of(context.dataset());
        this.settings = Settings.of(context.options());
    }

    void run() throws TemplateException, InterruptedException {
        context.progress().update(0.01, "Looking at the columns");
        TableProfile profile = TableProfile.of(dataset);
        ColumnPlan found = new ColumnFinder(profile, MadeColumn.chosen(dataset, context.options()), notes).find();
        Outcomes outcomes = Outcomes.of(dataset, found, notes);
        ColumnPlan plan = outcomes.plan();
        Understanding.tell(plan, outcomes.labels(), notes);
        context.progress().update(0.4, "Reading the rows");
        TransactionReader reader = new TransactionReader(dataset, profile, plan, outcomes.labels());
        Transactions all = reader.read(Remembered.nothing());
        Understanding.tellStrays(reader.strays(), plan, notes);
        Understanding.tellDebits(Debits.turnWhereMost(all), plan, notes);
        Understanding.tellOdd(all, plan, notes);
        Repetitions.tell(all, notes);
        FutureMoments.tell(all, plan, notes);
        TimePlanner planner = new TimePlanner(all, settings);
        Optional<TimePlan> time = plan.time() == null ? Optional.empty() : planner.plan();
        context.progress().update(0.7, "Looking for leaks");
        FeatureTable further = further(all, plan);
        int[] learnable = Training.learnable(all, time);
        Set<String> leaks = LeakGuard.suspects(further, plan.extras(), learnable, notes);
        leaks.addAll(Repetitions.columns(plan.extras(), all.extras, notes));
        SeriesPlan series = SeriesFinder.find(plan.extras(), all.extras, leaks);
        Understanding.tell(series, notes);
        if (time.isEmpty()) {
            Togetherness.of(further, learnable, notes);
        }
        int features = plan.extras().size()
                + FeatureBuilder.ofSeries(series, plan.extras())
                + (time.isPresent() ? FEATURES_OF_PAYMENTS : 1);
        context.understood(new io.millwright.plugins.api.Understanding(
                task(all, plan, outcomes),
                facts(all, plan, planner, time),
                notes.all(),
                options(plan),
                effort(all, time, features).estimates()));
        context.progress().update(1, "Done");
    }

    private static String task(Transactions all, ColumnPlan plan, Outcomes outcomes) {
        String cases = Understanding.cases(plan, outcomes.labels());
        String things = plan.amount() != null && plan.time() != null ? "payments" : "rows";
        String span = days(all).map(days -> " of " + days + " days").orElse("");
        return String.format(
                Locale.ROOT,
                "Find the %s among %,d %s%s: \"%s\" says which they were.",
                cases,
                all.size(),
                things,
                span,
                plan.label());
    }

    private Map<String, String> facts(Transactions all, ColumnPlan plan, TimePlanner planner, Optional<TimePlan> time) {
        Map<String, String> facts = new LinkedHashMap<>();
        int positives = 0;
        int known = 0;
        for (byte label : all.label) {
            positives += label == 1 ? 1 : 0;
            known += label == Transactions.UNKNOWN ? 0 : 1;
        }
        fact(facts, "Outcome", plan.label());
        fact(facts, "Time", plan.time());
        fact(facts, "Time of day", plan.clock());
        fact(facts, "Amount", plan.amount());
        fact(facts, "Customer", plan.customer());
        fact(facts, "Terminal or merchant", plan.terminal());
        fact(facts, "Protected attribute", plan.protectedColumn());
        facts.put("Rows", String.format(Locale.ROOT, "%,d", all.size()));
        facts.put(
                "Cases",
                String.format(
                        Locale.ROOT, "%,d, %.2f %% of those known", positives, 100.0 * positives / Math.max(1, known)));
        days(all).ifPresent(days -> facts.put("Period", Days.title(all.day(0)) + ", " + days + " days"));
        if (!plan.extras().isEmpty()) {
            facts.put(
                    "Further columns",
                    Notes.list(plan.extras().stream().map(Extra::name).toList()));
        }
        if (time.isPresent()) {
            facts.put("Labels are known after", planner.delayDays() + " days");
            facts.put(
                    "Validation",
                    String.format(
                            Locale.ROOT,
                            "by time: judged on %s after learning until %s",
                            Understanding.span(
                                    all,
                                    TimePlan.rows(
                                            all,
                                            time.get().testStart(),
                                            time.get().testEnd())),
                            Days.title(Math.floorDiv(time.get().trainingEnd() - 1, Transactions.DAY))));
        } else {
            facts.put("Validation", "by chance, in " + FOLDS + " parts with the same share of cases");
        }
        return facts;
    }

    private Effort effort(Transactions all, Optional<TimePlan> time, int features) {
        int columns = dataset.columns().size();
        int learnt = time.map(plan -> TimePlan.rows(all, plan.trainingStart(), plan.trainingEnd()).length)
                .orElse(all.size());
        return new Effort(all.size(), columns, learnt, features, time.isPresent(), settings);
    }

    /** The further columns alone: what is made of the others takes longer and cannot give anything away. */
    private static FeatureTable further(Transactions all, ColumnPlan plan) {
        float[][] columns = new float[plan.extras().size()][all.size()];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < all.size(); row++) {
                columns[column][row] = all.extras[column][all.fileRow[row]];
            }
        }
        return new FeatureTable(plan.extras().stream().map(Extra::feature).toList(), columns, all);
    }

    private Map<String, String> options(ColumnPlan plan) {
        Map<String, String> options = new LinkedHashMap<>();
        option(options, Role.LABEL.option(), plan.label());
        option(options, Role.TIME.option(), plan.time());
        option(options, Role.AMOUNT.option(), plan.amount());
        option(options, Role.CUSTOMER.option(), plan.customer());
        option(options, Role.TERMINAL.option(), plan.terminal());
        option(options, Role.TRANSACTION.option(), plan.transaction());
        option(options, Role.PROTECTED.option(), plan.protectedColumn());
        return options;
    }

    /** From the first day to the last, both included; rows without a time come last. */
    private static Optional<Integer> days(Transactions all) {
        int end = all.size();
        while (end > 0 && !all.hasTime(end - 1)) {
            end--;
        }
        return end == 0 ? Optional.empty() : Optional.of(all.day(end - 1) - all.day(0) + 1);
    }

    private static void fact(Map<String, String> facts, String title, @Nullable String column) {
        if (column != null) {
            facts.put(title, "\"" + column + "\"");
        }
    }

    /** A date made of several columns is found again by itself; the form offers columns of the file only. */
    private void option(Map<String, String> options, String option, @Nullable String column) {
        if (column != null && !MadeColumn.is(dataset, column)) {
            options.put(option, column);
        }
    }
}
