package io.millwright.templates.maintenance.odd;

import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How many oddities of known kinds would be found: each is planted into a stretch that was held out and raised no alarm by itself,
 * on one channel drawn by chance.
 */
final class Planted {

    /** Rows that an oddity lasts; a spike lasts fewer. */
    private static final int ROWS = 60;

    private static final int SPIKE_ROWS = 6;
    private static final double SIZE = 6;
    private static final int TIMES = 25;

    private final Fleet fleet;
    private final float[][] channels;
    private final int[] condition;
    private final OddEvaluation evaluation;
    private final Persistence persistence;

    Planted(Fleet fleet, float[][] channels, int[] condition, OddEvaluation evaluation, Persistence persistence) {
        this.fleet = fleet;
        this.channels = channels;
        this.condition = condition;
        this.evaluation = evaluation;
        this.persistence = persistence;
    }

    /** A kind of oddity. */
    enum Kind {
        SPIKE("Burst: 6 rows, 6 spreads up"),
        DRIFT("Drift: rises by 6 spreads within 60 rows"),
        STUCK("Stuck: one value for 60 rows"),
        UNRELATED("Broken relation: values of another time for 60 rows");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What came of one kind.
     *
     * @param planted how many
     * @param found with an alarm while they lasted
     */
    record Found(Kind kind, int planted, int found) {
        double share() {
            return planted == 0 ? 0 : (double) found / planted;
        }
    }

    List<Found> all(long seed) {
        List<Found> all = new ArrayList<>();
        int[] quiet = quietBlocks();
        for (Kind kind : Kind.values()) {
            SplittableRandom random = new SplittableRandom(seed + kind.ordinal());
            int found = 0;
            int planted = quiet.length == 0 ? 0 : TIMES;
            for (int time = 0; time < planted; time++) {
                found += found(kind, quiet[random.nextInt(quiet.length)], random) ? 1 : 0;
            }
            all.add(new Found(kind, planted, found));
        }
        return all;
    }

    private int[] quietBlocks() {
        return IntStream.range(0, evaluation.blocks().count())
                .filter(block -> !evaluation.odd()[block])
                .filter(block -> rows(block) > 2)
                .toArray();
    }

    private int rows(int block) {
        int[] stretch = evaluation.blocks().stretches()[block];
        return stretch[1] - stretch[0];
    }

    private boolean found(Kind kind, int block, SplittableRandom random) {
        int[] stretch = evaluation.blocks().stretches()[block];
        int length = Math.min(kind == Kind.SPIKE ? SPIKE_ROWS : ROWS, rows(block));
        int from = stretch[0] + random.nextInt(rows(block) - length + 1);
        int channel = random.nextInt(channels.length);
        NormalState state = evaluation.states().get(evaluation.blocks().fold()[block]);
        float[][] changed = channels.clone();
        int first = fleet.first(fleet.assetOf(from));
        // the latest rows of the look back and of the stretch itself, as a machine's own
        int start = Math.max(first, from - Signals.WARM_UP);
        for (int one = 0; one < changed.length; one++) {
            changed[one] = Arrays.copyOfRange(channels[one], start, from + length);
        }
        int elsewhere = stretch[0] + random.nextInt(Math.max(1, rows(block) - length + 1));
        for (int at = 0; at < length; at++) {
            int place = from - start + at;
            double spread = state.scaling().spread()[condition[from + at]][channel];
            changed[channel][place] = switch (kind) {
                case SPIKE -> (float) (changed[channel][place] + SIZE * spread);
                case DRIFT -> (float) (changed[channel][place] + SIZE * spread * (at + 1) / length);
                case STUCK -> changed[channel][from - start];
                case UNRELATED -> channels[channel][elsewhere + at];
            };
        }
        int[] conditions = Arrays.copyOfRange(condition, start, from + length);
        double[] scores =
                state.scores(Signals.of(changed, conditions, state.scaling(), state.relations(), state.movement()));
        double[] smoothed = persistence.smoothed(scores);
        return Arrays.stream(smoothed, from - start, smoothed.length).anyMatch(score -> score >= evaluation.limit());
    }
}
