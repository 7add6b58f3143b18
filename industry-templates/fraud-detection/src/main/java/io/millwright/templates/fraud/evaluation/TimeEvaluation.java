package io.millwright.templates.fraud.evaluation;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.fraud.ledger.Days;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.calibration.Calibration;
import io.millwright.templates.learning.report.Notes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Judges by time, in three steps: an early model tells how many trees are good and how its scores become probabilities; a
 * second, which has learnt up to the gap before the test, is judged; the final one will learn from the newest days.
 */
public final class TimeEvaluation {

    /**
     * Of the sum of average precision and AUC. Between seeds AUC moves by .004 on a week of 400 frauds, a difference of two by .006;
     * less than twice that says nothing of the next week.
     */
    private static final double LUCK = 0.012;

    private static final int ENOUGH_LEFT = 20;
    /** Stretches of days that a trial is judged on at most. */
    private static final int TRIED = 2;

    private final List<Learner> learners;
    private final TimePlan plan;
    private final int earlier;
    private final Notes notes;
    private final Progress progress;
    private final Transactions all;

    /**
     * @param learners of which the one that does best on the validation days is taken; at least one
     * @param earlier stretches of days before the test that are judged, too, at most
     */
    public TimeEvaluation(List<Learner> learners, TimePlan plan, int earlier, Notes notes, Progress progress) {
        this.learners = List.copyOf(learners);
        this.plan = plan;
        this.earlier = earlier;
        this.notes = notes;
        this.progress = progress;
        this.all = learners.getFirst().table().transactions();
    }

    public Evaluation run() throws InterruptedException {
        int[] early = TimePlan.rows(all, plan.validationStart() - plan.length(), plan.validationStart());
        int[] validation = judgeable(plan.validationStart(), plan.trainingEnd(), false);
        int[] training = TimePlan.rows(all, plan.trainingStart(), plan.trainingEnd());
        int[] test = judgeable(plan.testStart(), plan.testEnd(), true);
        progress.log("Learning early from " + early.length + " rows, validating on " + validation.length);
        Early chosen = choose(early, validation);
        Learner learner = chosen.learner();
        int rounds = chosen.rounds();
        Calibration calibration = chosen.calibration();
        progress.log("Stopped at " + rounds + " trees; judging on " + test.length + " rows");
        try (BoostedTrees trees =
                learner.exactly(rounds, training, new LearningCurve(progress, 0.6, 0.68, learner.steps(rounds)))) {
            double[] raw = trees.probabilities(learner.table().matrix(test));
            Judged judged = new Judged(
                    test, calibration.probabilities(raw), learner.table().labels(test));
            return new Evaluation(
                    judged,
                    chosen.tuning(),
                    calibration,
                    learner,
                    rounds,
                    0,
                    finalRows(training.length),
                    chosen.curve(),
                    weeks(learner, rounds, judged),
                    plan.testDays(),
                    how(training.length, test.length));
        }
    }

    /** The newest rows: as many days as were learnt from, or as many rows where the split is by their share. */
    private int[] finalRows(int learnt) {
        if (plan.wholeDays()) {
            return TimePlan.rows(all, plan.testEnd() - plan.length(), plan.testEnd());
        }
        int[] rows = TimePlan.rows(all, plan.trainingStart(), plan.testEnd());
        return Arrays.copyOfRange(rows, Math.max(0, rows.length - learnt), rows.length);
    }

    /**
     * How well the first learner does on the validation days and, where there is time for it, on as many days before them:
     * the best of many by one week is the luckiest of that week.
     */
    public Tried tried() throws InterruptedException {
        Learner learner = learners.getFirst();
        long days = plan.trainingEnd() - plan.validationStart();
        List<Tried> parts = new ArrayList<>();
        for (int back = 0; back < TRIED; back++) {
            long start = plan.validationStart() - back * days;
            int[] early = TimePlan.rows(all, start - plan.length(), start);
            int[] validation = judgeable(start, start + days, false);
            boolean enough =
                    TimePlan.frauds(all, early) >= ENOUGH_LEFT && TimePlan.frauds(all, validation) >= ENOUGH_LEFT;
            if (back > 0 && !enough) {
                break;
            }
            double from = 0.35 + 0.3 * back;
            LearningCurve curve = new LearningCurve(
                    progress, from, from + 0.3, learner.options().rounds());
            try (BoostedTrees trees = learner.stoppedEarly(early, validation, curve)) {
                double[] raw = trees.probabilities(learner.table().matrix(validation));
                parts.add(Tried.of(raw, learner.table().labels(validation), trees.rounds()));
            }
        }
        return Tried.mean(parts);
    }

    /** Grows each learner's trees early and keeps the first, unless the scores of another rank the validation days clearly better. */
    private Early choose(int[] early, int[] validation) throws InterruptedException {
        byte[] labels = learners.getFirst().table().labels(validation);
        Early best = null;
        for (int number = 0; number < learners.size(); number++) {
            Learner learner = learners.get(number);
            double share = 0.23 / learners.size();
            LearningCurve curve = new LearningCurve(
                    progress,
                    0.35 + number * share,
                    0.35 + (number + 1) * share,
                    learner.options().rounds());
            try (BoostedTrees trees = learner.stoppedEarly(early, validation, curve)) {
                double[] raw = trees.probabilities(learner.table().matrix(validation));
                double quality = Tried.of(raw, labels, trees.rounds()).quality();
                if (best == null || quality > best.quality() + LUCK) {
                    Calibration calibration = Calibration.fit(raw, labels);
                    Judged tuning = new Judged(validation, calibration.probabilities(raw), labels);
                    best = new Early(learner, trees.rounds(), calibration, tuning, curve, quality);
                }
            }
        }
        Early single = Objects.requireNonNull(best);
        return single.learner().members() == 1 ? single : averaged(single, early, validation);
    }

    /** The mean of several is less sure of itself than one, so it is calibrated for itself. */
    private Early averaged(Early single, int[] early, int[] validation) throws InterruptedException {
        Learner learner = single.learner();
        LearningCurve unseen = new LearningCurve(progress, 0.58, 0.6, learner.steps(single.rounds()));
        try (BoostedTrees trees = learner.exactly(single.rounds(), early, unseen)) {
            double[] raw = trees.probabilities(learner.table().matrix(validation));
            byte[] labels = learner.table().labels(validation);
            Calibration calibration = Calibration.fit(raw, labels);
            Judged tuning = new Judged(validation, calibration.probabilities(raw), labels);
            return new Early(learner, single.rounds(), calibration, tuning, single.curve(), single.quality());
        }
    }

    /** What a learner did on the validation days. */
    private record Early(
            Learner learner, int rounds, Calibration calibration, Judged tuning, LearningCurve curve, double quality) {}

    /**
     * The same on earlier stretches of as many days (prequential validation, Dawid 1984), each with as many days to learn from
     * before a gap of its own: one stretch may be lucky.
     */
    private List<Week> weeks(Learner learner, int rounds, Judged last) throws InterruptedException {
        List<Week> weeks = new ArrayList<>();
        weeks.add(Week.of(day(plan.testStart()), day(plan.testEnd() - 1), last));
        long days = plan.testEnd() - plan.testStart();
        for (int back = 1; plan.wholeDays() && back <= earlier; back++) {
            long shift = back * days;
            int[] training = TimePlan.rows(all, plan.trainingStart() - shift, plan.trainingEnd() - shift);
            int[] test = judgeable(plan.testStart() - shift, plan.testEnd() - shift, false);
            boolean inside = plan.trainingStart() - shift >= all.day(0) * Transactions.DAY;
            if (!inside || TimePlan.frauds(all, training) < ENOUGH_LEFT || TimePlan.frauds(all, test) < ENOUGH_LEFT) {
                break;
            }
            double from = 0.68 + 0.08 * (back - 1) / earlier;
            LearningCurve curve = new LearningCurve(progress, from, from + 0.08 / earlier, learner.steps(rounds));
            try (BoostedTrees trees = learner.exactly(rounds, training, curve)) {
                double[] raw = trees.probabilities(learner.table().matrix(test));
                Judged judged = new Judged(test, raw, learner.table().labels(test));
                weeks.addFirst(Week.of(day(plan.testStart() - shift), day(plan.testEnd() - shift - 1), judged));
            }
        }
        return weeks;
    }

    /** The rows of a time to be judged on, without customers who are known to be compromised. */
    private int[] judgeable(long from, long to, boolean told) {
        int[] rows = TimePlan.rows(all, from, to);
        if (!plan.wholeDays() || rows.length == 0) {
            return rows;
        }
        int first = (int) Math.floorDiv(from, Transactions.DAY);
        int gap = (int) ((plan.testStart() - plan.trainingEnd()) / Transactions.DAY);
        int length = (int) ((plan.testEnd() - plan.testStart()) / Transactions.DAY);
        int[] kept = new Compromised(all).without(rows, first, first - gap - length, first - gap);
        if (kept.length == rows.length) {
            return rows;
        }
        if (TimePlan.frauds(all, kept) < ENOUGH_LEFT) {
            return rows;
        }
        if (told) {
            notes.info(
                    "Customers whose fraud was already known are left out of the test: %,d of its %,d transactions.",
                    rows.length - kept.length, rows.length);
        }
        return kept;
    }

    private String how(int training, int test) {
        if (!plan.wholeDays()) {
            return String.format(
                    Locale.ROOT,
                    "Judged on the last %,d rows after learning from the %,d before them.",
                    test,
                    training);
        }
        return String.format(
                Locale.ROOT,
                "Judged on %,d transactions of %s to %s after learning from %,d of %s to %s; between them the labels were not known yet.",
                test,
                title(plan.testStart()),
                title(plan.testEnd() - 1),
                training,
                title(plan.trainingStart()),
                title(plan.trainingEnd() - 1));
    }

    private static String title(long moment) {
        return Days.title(Math.floorDiv(moment, Transactions.DAY));
    }

    private static LocalDate day(long moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment, Transactions.DAY));
    }
}
