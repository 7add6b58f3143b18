package io.millwright.templates.maintenance;

import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnFinder;
import io.millwright.templates.maintenance.columns.Role;
import io.millwright.templates.maintenance.fleet.Fleet;
import io.millwright.templates.maintenance.outcomes.Ends;
import io.millwright.templates.maintenance.outcomes.Outcomes;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out what a file can answer, unless a person has said what is asked. */
final class TaskFinder {

    /** Fewer stretches of failure cannot be learnt from and judged on. */
    private static final int FEWEST_EPISODES = 8;

    /** Machines that were all watched for the same time, within this share, did not all fail then. */
    private static final double SAME = 0.01;

    private static final double MOST = 0.8;
    private static final int LONG_EPISODE = 3;

    private final Reading reading;
    private final double @Nullable [] given;
    private final boolean assetChosen;
    private final Settings settings;
    private final Notes notes;

    private TaskFinder(
            Reading reading, double @Nullable [] given, boolean assetChosen, Settings settings, Notes notes) {
        this.reading = reading;
        this.given = given;
        this.assetChosen = assetChosen;
        this.settings = settings;
        this.notes = notes;
    }

    static Task find(DatasetContext context, Settings settings, Notes notes) throws TemplateException {
        Reading reading = Reading.of(context, notes);
        double[] given = Ends.given(reading.table(), reading.profile(), reading.plan(), reading.fleet());
        boolean assetChosen =
                !context.options().text(Role.ASSET.option()).orElse("").isEmpty();
        TaskFinder finder = new TaskFinder(reading, given, assetChosen, settings, notes);
        return switch (settings.task()) {
            case Settings.LIFE -> finder.life();
            case Settings.FAILURE -> finder.failure();
            case Settings.ODD -> finder.odd();
            default -> finder.likeliest();
        };
    }

    private Task likeliest() throws TemplateException {
        Outcomes outcomes = reading.outcomes();
        if (given != null) {
            return life();
        }
        if (outcomes == null) {
            return ranUntilFailure() ? life() : odd();
        }
        if (outcomes.failures() == 0) {
            notes.warn(
                    "\"%s\" tells of no failure, so odd behaviour is looked for; choose the question \"%s\" if each machine's "
                            + "last row is its failure.",
                    outcomes.column(), Settings.LIFE);
            return odd();
        }
        if (reading.plan().asset() != null && endsWithFailure(outcomes)) {
            return life();
        }
        if (reading.hasHistories() && outcomes.episodes(reading.fleet()) < FEWEST_EPISODES) {
            notes.warn(
                    "\"%s\" tells of %d failures only, too few to learn from: odd behaviour is looked for without it, and "
                            + "compared with it afterwards.",
                    outcomes.column(), outcomes.episodes(reading.fleet()));
            return odd();
        }
        return failure();
    }

    private Task life() throws TemplateException {
        Outcomes outcomes = reading.outcomes();
        double[] remaining = given != null
                ? given
                : outcomes == null || outcomes.failures() == 0
                        ? Ends.atLastRows(reading.fleet())
                        : Ends.atFailures(reading.fleet(), outcomes);
        return RunToFailure.of(reading, remaining, notes);
    }

    private Task failure() throws TemplateException {
        Outcomes outcomes = reading.outcomes();
        if (outcomes == null && given == null) {
            throw TemplateException.user(
                    "failures-unknown",
                    "No column says where machines failed.",
                    "Choose the column of failures, or look for odd behaviour instead.");
        }
        if (outcomes != null && given == null && outcomes.failures() == 0) {
            throw TemplateException.user(
                    "label-one-class",
                    "Every row has the same label in column \"%s\": it tells of no failure."
                            .formatted(outcomes.column()),
                    "Bring a file with failures, choose another column, or look for odd behaviour instead.");
        }
        boolean states = given == null && (reading.plan().asset() == null || longEpisodes(outcomes));
        return FailureAhead.of(reading, given, states, settings, notes);
    }

    private Task odd() throws TemplateException {
        return OddBehaviour.of(reading, notes);
    }

    /** Several machines, each watched for a time of its own: so it is taken for its life. */
    private boolean ranUntilFailure() {
        Fleet fleet = reading.fleet();
        if (reading.plan().asset() == null || fleet.size() < RunToFailure.FEWEST) {
            return false;
        }
        if (!knownToBeMachines() && followEachOther()) {
            notes.warn(
                    "Each \"%s\" begins where the one before ended, so it may be a stretch of time and is not taken for a machine "
                            + "that ran until its failure; choose the question \"%s\" if it is.",
                    reading.plan().asset(), Settings.LIFE);
            return false;
        }
        double typical = Math.max(fleet.medianSpan(), Double.MIN_NORMAL);
        double latest = machines().mapToDouble(this::lastTime).max().orElse(0);
        long alike = machines()
                .filter(asset -> Math.abs(fleet.span(asset) - typical) <= SAME * typical)
                .count();
        long together = machines()
                .filter(asset -> latest - lastTime(asset) <= SAME * typical)
                .count();
        boolean calendar = fleet.unit() == Fleet.TimeUnit.DAYS || fleet.unit() == Fleet.TimeUnit.HOURS;
        boolean still = alike > MOST * fleet.size() || calendar && together > MOST * fleet.size();
        if (still) {
            notes.warn(
                    "Machines were watched until the same time, so it is not taken for their failure; choose the question "
                            + "\"%s\" if it was.",
                    Settings.LIFE);
        }
        return !still;
    }

    private boolean knownToBeMachines() {
        String asset = reading.plan().asset();
        return assetChosen || asset != null && ColumnFinder.namesMachine(asset);
    }

    /** Whether time runs on from one to the next: lives of machines overlap, or each counts its own. */
    private boolean followEachOther() {
        Fleet fleet = reading.fleet();
        int[] order = machines()
                .boxed()
                .sorted(Comparator.comparingDouble(asset -> fleet.time()[fleet.first(asset)]))
                .mapToInt(Integer::intValue)
                .toArray();
        return reading.plan().time() != null
                && IntStream.range(1, order.length)
                        .allMatch(at -> fleet.time()[fleet.first(order[at])] >= lastTime(order[at - 1]));
    }

    private boolean endsWithFailure(Outcomes outcomes) {
        Fleet fleet = reading.fleet();
        long failing = machines().filter(asset -> failures(outcomes, asset) > 0).count();
        long once = machines()
                .filter(asset -> failures(outcomes, asset) == 1 && outcomes.failed(fleet.end(asset) - 1))
                .count();
        return failing >= RunToFailure.FEWEST && once >= MOST * failing && failing >= fleet.size() / 2;
    }

    private boolean longEpisodes(@Nullable Outcomes outcomes) {
        return outcomes != null && outcomes.failures() > LONG_EPISODE * Math.max(1, outcomes.episodes(reading.fleet()));
    }

    private long failures(Outcomes outcomes, int asset) {
        return IntStream.range(reading.fleet().first(asset), reading.fleet().end(asset))
                .filter(outcomes::failed)
                .count();
    }

    private IntStream machines() {
        Fleet fleet = reading.fleet();
        return IntStream.range(0, fleet.size()).filter(asset -> fleet.end(asset) > fleet.first(asset));
    }

    private double lastTime(int asset) {
        return reading.fleet().time()[reading.fleet().end(asset) - 1];
    }
}
