package io.millwright.templates.maintenance;

import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.DayAndClock;
import io.millwright.templates.learning.encoding.MadeColumn;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.WholeDates;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnFinder;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.columns.Role;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.FleetReader;
import io.millwright.templates.maintenance.outcomes.Outcomes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was understood, whatever is asked of it: the same for inspection, training and trials.
 *
 * @param outcomes what the column of failures says; null without one
 */
record Reading(
        TableInput table,
        TableProfile profile,
        ColumnPlan plan,
        Fleet fleet,
        @Nullable Outcomes outcomes) {

    private static final long BYTES_PER_CELL = 12;

    /** @throws TemplateException when there is nothing that could be learnt from, or too little memory */
    static Reading of(DatasetContext context, Notes notes) throws TemplateException {
        if (context.dataset().rowCount() == 0) {
            throw TemplateException.user(
                    "no-rows", "The file has no rows.", "Bring a file with sensor values of machines.");
        }
        refuseTooLarge(context);
        TableInput table = DayAndClock.of(WholeDates.of(context.dataset()));
        TableProfile profile = TableProfile.of(table);
        ColumnPlan plan = new ColumnFinder(table, profile, MadeColumn.chosen(table, context.options()), notes).find();
        Fleet fleet = new FleetReader(table, profile, plan, notes).read();
        Reading reading = new Reading(table, profile, plan, fleet, null);
        return plan.failure() == null ? reading : reading.withFailures(plan.failure(), context.options(), notes);
    }

    private Reading withFailures(String column, OptionValues options, Notes notes) throws TemplateException {
        boolean chosen = !options.text(Role.FAILURE.option()).orElse("").isEmpty();
        if (!chosen && saysNothing(column)) {
            notes.info("\"%s\" is the same in every row, so nothing is learnt of failures from it.", column);
            return new Reading(table, profile, plan.withoutFailure(), fleet, null);
        }
        boolean asked = List.of(Settings.FAILURE, Settings.LIFE)
                .contains(options.text("task").orElse(Settings.AUTO));
        Outcomes found = Outcomes.read(table, fleet, column, asked);
        if (!found.maintenance().isEmpty()) {
            notes.info(
                    "Not taken for failures, because they tell of maintenance: %s in \"%s\".",
                    Notes.list(found.maintenance()), column);
        }
        return new Reading(table, profile, plan, fleet, found);
    }

    /** Whether a column has one value everywhere, unless that is a column of failures by name, and says that there are none. */
    private boolean saysNothing(String column) {
        ColumnProfile values = Objects.requireNonNull(profile.columns().get(column));
        return values.distinct() == 1
                && values.missing() == 0
                && !(ColumnFinder.namesFailure(column)
                        && Outcomes.isWell(values.examples().getFirst()));
    }

    /** The same without some columns. */
    Reading without(Set<String> columns) throws TemplateException {
        ColumnPlan left = plan.without(columns);
        return new Reading(table, profile, left, new FleetReader(table, profile, left, new Notes()).read(), outcomes);
    }

    /** The same where words tell conditions apart. */
    Reading withModes() throws TemplateException {
        ColumnPlan with = plan.withModes(ColumnFinder.modes(table, plan.categories()));
        return with.modes().isEmpty()
                ? this
                : new Reading(
                        table, profile, with, new FleetReader(table, profile, with, new Notes()).read(), outcomes);
    }

    Conditions conditions() {
        return Conditions.of(fleet);
    }

    /** Whether rows follow each other on machines; else each row stands for itself. */
    boolean hasHistories() {
        return plan.asset() != null || plan.time() != null;
    }

    private static void refuseTooLarge(DatasetContext context) throws TemplateException {
        long cells = context.dataset().rowCount() * context.dataset().columns().size();
        if (cells * BYTES_PER_CELL > context.resources().memoryBytes()) {
            throw TemplateException.resources(
                    "memory-too-small",
                    String.format(
                            Locale.ROOT,
                            "%,d rows with %,d columns need about %,d MB of memory.",
                            context.dataset().rowCount(),
                            context.dataset().columns().size(),
                            cells * BYTES_PER_CELL >> 20),
                    "Start again with more memory, or with fewer rows or columns.");
        }
    }

    /** How the machine and the time were understood, in words. */
    String inWords() {
        return (plan.asset() == null ? "one machine" : "\"" + plan.asset() + "\" is the machine")
                + (plan.time() == null
                        ? ", the order of the rows is the time"
                        : ", \"" + plan.time() + "\" is the time");
    }
}
