package io.millwright.templates.maintenance.odd;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What states of normal said of stretches that they had not learnt from. Stretches that stand out as a whole are taken for odd
 * and left out of what is normal; the limit is what so large a share of the other rows exceeds as false alarms are allowed.
 *
 * @param scores held-out score of each row of the fleet
 * @param smoothed the same after single spikes were drawn in
 * @param odd for each block whether it stands out
 * @param states for each fold the state of normal without it
 * @param limit smoothed score from which on there is an alarm
 * @param falseAlarms share of alarms in blocks that do not stand out, each by a limit that was set without it
 */
record OddEvaluation(
        Blocks blocks,
        double[] scores,
        double[] smoothed,
        boolean[] odd,
        List<NormalState> states,
        double limit,
        double falseAlarms) {

    /** A block stands out when its high scores are so many spreads above those of the middle block. */
    private static final double OUTSTANDING = 4;

    private static final double TO_DEVIATION = 1.4826;
    private static final double LEAST_SPREAD = 0.1;

    /** More blocks than this share cannot all be odd: then that is how it is. */
    private static final double MOST_ODD = 0.3;

    /** Of a block, the score that is compared: high, and not that of a few rows. */
    private static final double COMPARED = 0.95;

    private static final double RAISE = 0.02;
    private static final double MOST_RAISED = 2;

    /** Hears which share is done. */
    interface Listener {
        void done(double share) throws InterruptedException;
    }

    static OddEvaluation of(
            Fleet fleet,
            float[][] channels,
            int[] condition,
            int conditions,
            double allowed,
            Persistence persistence,
            Listener listener)
            throws InterruptedException {
        Blocks blocks = Blocks.of(fleet);
        boolean[] odd = new boolean[blocks.count()];
        double[] scores = new double[fleet.rows()];
        double[] smoothed = new double[fleet.rows()];
        List<NormalState> states = new ArrayList<>();
        // the second time without what stood out the first time
        for (int round = 0; round < 2; round++) {
            states.clear();
            for (int fold = 0; fold < blocks.folds(); fold++) {
                listener.done((round + (double) fold / blocks.folds()) / 2);
                int[][] learnt = blocks.learnt(blocks.folds() == 1 ? -1 : fold, odd);
                NormalState state = NormalState.of(
                        channels,
                        condition,
                        conditions,
                        learnt.length == 0 ? blocks.learnt(-1, new boolean[blocks.count()]) : learnt);
                states.add(state);
                for (int block = 0; block < blocks.count(); block++) {
                    if (blocks.fold()[block] == fold) {
                        score(fleet, channels, condition, state, blocks.stretches()[block], scores);
                    }
                }
            }
            smooth(fleet, persistence, scores, smoothed);
            odd = outstanding(blocks, smoothed);
        }
        boolean[] left = odd;
        double limit = quantile(rows(blocks, smoothed, left, -1), 1 - allowed);
        // stretches of time differ, so a limit from some is exceeded more often in others: it is raised until it is not
        double raised = 1;
        double[] limits = IntStream.range(0, blocks.folds())
                .mapToDouble(fold -> limitWithout(fold, blocks, smoothed, left, allowed))
                .toArray();
        double rate = rate(blocks, smoothed, left, limits, raised);
        while (rate > allowed && raised < MOST_RAISED) {
            raised += RAISE;
            rate = rate(blocks, smoothed, left, limits, raised);
        }
        return new OddEvaluation(blocks, scores, smoothed, left, List.copyOf(states), raised * limit, rate);
    }

    /** Share of alarms in normal blocks, of each fold by a limit from the others. */
    private static double rate(Blocks blocks, double[] smoothed, boolean[] odd, double[] limits, double raised) {
        double alarms = 0;
        double rows = 0;
        for (int fold = 0; fold < blocks.folds(); fold++) {
            double own = raised * limits[fold];
            double[] held = held(blocks, smoothed, odd, fold);
            rows += held.length;
            alarms += Arrays.stream(held).filter(score -> score >= own).count();
        }
        return rows == 0 ? 0 : alarms / rows;
    }

    private static double limitWithout(int fold, Blocks blocks, double[] smoothed, boolean[] odd, double allowed) {
        double[] others = rows(blocks, smoothed, odd, fold);
        return quantile(others.length == 0 ? smoothed : others, 1 - allowed);
    }

    private static void score(
            Fleet fleet, float[][] channels, int[] condition, NormalState state, int[] stretch, double[] scores) {
        int first = fleet.first(fleet.assetOf(stretch[0]));
        double[] found = state.scores(state.signals(channels, condition, stretch[0], stretch[1], first));
        System.arraycopy(found, 0, scores, stretch[0], found.length);
    }

    private static void smooth(Fleet fleet, Persistence persistence, double[] scores, double[] smoothed) {
        for (int asset = 0; asset < fleet.size(); asset++) {
            double[] own = persistence.smoothed(Arrays.copyOfRange(scores, fleet.first(asset), fleet.end(asset)));
            System.arraycopy(own, 0, smoothed, fleet.first(asset), own.length);
        }
    }

    private static boolean[] outstanding(Blocks blocks, double[] smoothed) {
        double[] high = new double[blocks.count()];
        for (int block = 0; block < high.length; block++) {
            int[] stretch = blocks.stretches()[block];
            high[block] = Math.log(1e-9 + quantile(Arrays.copyOfRange(smoothed, stretch[0], stretch[1]), COMPARED));
        }
        double middle = quantile(high, 0.5);
        double[] distances =
                Arrays.stream(high).map(value -> Math.abs(value - middle)).toArray();
        double spread = Math.max(LEAST_SPREAD, TO_DEVIATION * quantile(distances, 0.5));
        boolean[] odd = new boolean[high.length];
        int count = 0;
        for (int block = 0; block < high.length; block++) {
            odd[block] = high[block] > middle + OUTSTANDING * spread;
            count += odd[block] ? 1 : 0;
        }
        return count > MOST_ODD * high.length ? new boolean[high.length] : odd;
    }

    /** Smoothed scores of normal blocks that are not of a fold. */
    private static double[] rows(Blocks blocks, double[] smoothed, boolean[] odd, int fold) {
        return IntStream.range(0, blocks.count())
                .filter(block -> !odd[block] && blocks.fold()[block] != fold)
                .mapToObj(block -> blocks.stretches()[block])
                .flatMapToDouble(stretch -> Arrays.stream(smoothed, stretch[0], stretch[1]))
                .toArray();
    }

    private static double[] held(Blocks blocks, double[] smoothed, boolean[] odd, int fold) {
        return IntStream.range(0, blocks.count())
                .filter(block -> !odd[block] && blocks.fold()[block] == fold)
                .mapToObj(block -> blocks.stretches()[block])
                .flatMapToDouble(stretch -> Arrays.stream(smoothed, stretch[0], stretch[1]))
                .toArray();
    }

    /** Smoothed scores of normal rows. */
    double[] normalScores() {
        return rows(blocks, smoothed, odd, -1);
    }

    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // as conformal prediction asks: one more row than were seen
        int rank = (int) Math.ceil(share * (sorted.length + 1)) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.clamp(rank, 0, sorted.length - 1)];
    }
}
