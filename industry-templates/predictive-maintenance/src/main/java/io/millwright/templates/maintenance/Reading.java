package io.millwright.templates.maintenance;

import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.maintenance.columns.ColumnFinder;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.conditions.Conditions;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.fleet.FleetReader;
import io.millwright.templates.maintenance.life.GivenAway;
import io.millwright.templates.maintenance.life.LifeEvaluation;
import io.millwright.templates.maintenance.life.Remaining;
import io.millwright.templates.maintenance.report.Notes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file as it was understood: the same for inspection, training and trials.
 *
 * @param remaining for each row the time until the machine's failure; NaN where that is not known
 */
record Reading(ColumnPlan plan, Fleet fleet, double[] remaining, Conditions conditions) {

    /** Fewer machines that failed cannot be judged on. */
    static final int FEWEST = 4;

    private static final long BYTES_PER_CELL = 12;

    /** @throws TemplateException when there is nothing that could be learnt from, or too little memory */
    static Reading of(DatasetContext context, Notes notes) throws TemplateException {
        if (context.dataset().rowCount() == 0) {
            throw TemplateException.user(
                    "no-rows", "The file has no rows.", "Bring a file with sensor values of machines.");
        }
        refuseTooLarge(context);
        TableProfile profile = TableProfile.of(context.dataset());
        ColumnPlan plan = new ColumnFinder(context.dataset(), profile, context.options(), notes).find();
        Fleet fleet = new FleetReader(context.dataset(), profile, plan, notes).read();
        double[] remaining = Remaining.of(fleet, plan.failure() != null);
        List<String> sensors = plan.sensors();
        Set<String> leaks = Arrays.stream(GivenAway.sensors(fleet, remaining))
                .mapToObj(sensors::get)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!leaks.isEmpty()) {
            notes.warn(
                    "Left out, because they give the remaining life away, so they are probably filled in afterwards: %s.",
                    Notes.list(List.copyOf(leaks)));
            plan = without(plan, leaks);
            fleet = new FleetReader(context.dataset(), profile, plan, new Notes()).read();
        }
        int failing = LifeEvaluation.failing(fleet, remaining).length;
        if (failing < FEWEST) {
            throw TemplateException.user(
                    "too-few-failures",
                    String.format(
                            Locale.ROOT,
                            "The file has %d %s whose failure is known; at least %d are needed to learn and to judge.",
                            failing,
                            failing == 1 ? "machine" : "machines",
                            FEWEST),
                    "Bring a file with more machines that ran until they failed, or choose the column that names the machine.");
        }
        if (fleet.medianRows() < 3) {
            throw TemplateException.user(
                    "histories-too-short",
                    "Most machines have fewer than 3 rows, so nothing can be seen of how they wear.",
                    "Bring a file with the whole history of each machine, or choose the column that names the machine.");
        }
        Conditions conditions = Conditions.of(fleet);
        return new Reading(plan, fleet, remaining, conditions);
    }

    private static ColumnPlan without(ColumnPlan plan, Set<String> leaks) throws TemplateException {
        List<String> left =
                plan.sensors().stream().filter(name -> !leaks.contains(name)).toList();
        if (left.isEmpty()) {
            throw TemplateException.user(
                    "only-leaks",
                    "The only measured columns give the remaining life away: %s."
                            .formatted(Notes.list(List.copyOf(leaks))),
                    "Bring a file with the values of sensors.");
        }
        return new ColumnPlan(plan.asset(), plan.time(), plan.failure(), plan.settings(), left);
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

    int failing() {
        return LifeEvaluation.failing(fleet, remaining).length;
    }

    /** Tells in words how the file was understood. */
    void tell(Notes notes) {
        notes.info(
                "Understood: %s%s%s.",
                plan.asset() == null ? "one machine" : "\"" + plan.asset() + "\" is the machine",
                plan.time() == null ? ", the order of the rows is the time" : ", \"" + plan.time() + "\" is the time",
                plan.failure() == null
                        ? ", each machine's last row is its failure"
                        : ", \"" + plan.failure() + "\" says where machines failed");
        if (conditions.count() > 2) {
            notes.info(
                    "Machines run under %d conditions; sensors were made comparable across them.",
                    conditions.count() - 1);
        }
        int unknown = fleet.size() - failing();
        if (unknown > 0) {
            notes.warn("%,d machines were not seen to fail and were not learnt from.", unknown);
        }
    }
}
