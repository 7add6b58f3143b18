package io.millwright.templates.fraud.evaluation;

import io.millwright.templates.fraud.Settings;
import io.millwright.templates.fraud.ledger.Transactions;
import java.util.Optional;

/**
 * Lays the split over the time that a file spans: the last week to be judged on, before it a gap as long as labels take,
 * before that the days to learn from. Shorter files get shorter parts; where frauds are few the parts get longer.
 */
public final class TimePlanner {

    private static final int ENOUGH_TO_LEARN = 200;
    private static final int ENOUGH_TO_JUDGE = 20;
    private static final int FEWEST = 5;
    private static final int SHORTEST_BY_DAYS = 8;
    private static final double SHARE_TO_LEARN = 0.7;

    private final Transactions all;
    private final Settings settings;
    private final int[] labelled;

    public TimePlanner(Transactions all, Settings settings) {
        this.all = all;
        this.settings = settings;
        this.labelled = TimePlan.rows(all, Transactions.NO_TIME + 1, Long.MAX_VALUE);
    }

    /** How long labels take, as far as the file is long enough for it; at least a day. */
    public int delayDays() {
        return labelled.length == 0 ? 1 : Math.max(1, Math.min(settings.labelDelayDays(), span() / 4));
    }

    /** Empty where the file is too short or frauds are too few for any split by time. */
    public Optional<TimePlan> plan() {
        if (labelled.length == 0) {
            return Optional.empty();
        }
        return byDays().filter(this::enough).or(() -> byShare().filter(this::enough));
    }

    private Optional<TimePlan> byDays() {
        int span = span();
        if (span < SHORTEST_BY_DAYS) {
            return Optional.empty();
        }
        int test = Math.min(settings.testDays(), Math.max(1, span / 4));
        while (frauds(end() - test, end()) < ENOUGH_TO_JUDGE && test + 7 <= span / 3) {
            test += 7;
        }
        int learnUntil = end() - test - delayDays();
        int training = Math.min(settings.trainingDays(), learnUntil - start());
        while (frauds(learnUntil - training, learnUntil) < ENOUGH_TO_LEARN && training < learnUntil - start()) {
            training++;
        }
        int validation = Math.max(1, Math.min(test, training / 2));
        return Optional.of(new TimePlan(
                moment(learnUntil - training),
                moment(learnUntil - validation),
                moment(learnUntil),
                moment(end() - test),
                moment(end()),
                training * Transactions.DAY,
                true));
    }

    /** Of files of a few days or hours the last rows. */
    private Optional<TimePlan> byShare() {
        int learn = (int) (labelled.length * SHARE_TO_LEARN);
        int before = (int) (learn * SHARE_TO_LEARN);
        if (before == 0 || learn == labelled.length) {
            return Optional.empty();
        }
        long start = all.time[labelled[0]];
        long end = all.time[labelled[learn]];
        return Optional.of(new TimePlan(
                start,
                all.time[labelled[before]],
                end,
                end,
                all.time[labelled[labelled.length - 1]] + 1,
                end - start,
                false));
    }

    private boolean enough(TimePlan plan) {
        return enough(Math.max(plan.validationStart() - plan.length(), moment(start())), plan.validationStart())
                && enough(plan.validationStart(), plan.trainingEnd())
                && enough(plan.testStart(), plan.testEnd());
    }

    private boolean enough(long from, long to) {
        int[] rows = TimePlan.rows(all, from, to);
        int frauds = TimePlan.frauds(all, rows);
        return frauds >= FEWEST && rows.length - frauds >= FEWEST;
    }

    private int frauds(int fromDay, int toDay) {
        return TimePlan.frauds(all, TimePlan.rows(all, moment(fromDay), moment(toDay)));
    }

    private int start() {
        return all.day(labelled[0]);
    }

    /** The day after the last labelled row. */
    private int end() {
        return all.day(labelled[labelled.length - 1]) + 1;
    }

    private int span() {
        return end() - start();
    }

    private static long moment(int day) {
        return day * Transactions.DAY;
    }
}
