package io.millwright.templates.forecasting.evaluation;

import io.millwright.templates.forecasting.members.Members;
import java.util.List;

/**
 * Which members are combined: for series with many zeros, and for all others. Of the former squared errors are judged: the
 * least absolute error of a rare demand is that of always saying zero.
 *
 * @param intermittent a bit for each member
 * @param steady a bit for each member
 */
public record Choice(int steady, int intermittent) {

    public int of(ErrorUnit unit) {
        return unit.intermittent() ? intermittent : steady;
    }

    /** All members that either choice needs. */
    public int either() {
        return steady | intermittent;
    }

    /** Errors of all combinations at all moments, so that choices without one of the moments cost nothing. */
    public static final class Errors {
        private static final int MOST_SERIES = 200;
        private static final int SETS = 1 << Members.COUNT;
        /** Combinations as good as this are as good as the best; the one with more members is safer. */
        private static final double AS_GOOD = 1.01;
        /** A way that is so much worse than the best adds nothing but risk. */
        private static final double FAR_WORSE = 3;

        /** Chosen where nothing was there to judge by: all closed ones but those for rare demands; of series with many zeros, the means. */
        private static final int[] UNJUDGED = {Members.CLOSED_FORM & ~Members.RARE, 0b1110};

        /** By whether intermittent, combination and moment: the sums of scaled and of percentage errors. */
        private final double[][][] scaled = new double[2][SETS][];

        private final double[][][] shares = new double[2][SETS][];
        private final int moments;
        private final int present;

        public Errors(List<Origin> origins) {
            this.moments = origins.size();
            this.present = origins.stream().mapToInt(Origin::present).reduce(-1, (one, two) -> one & two);
            for (int kind = 0; kind < 2; kind++) {
                for (int set = 1; set < SETS; set++) {
                    scaled[kind][set] = new double[moments];
                    shares[kind][set] = new double[moments];
                }
            }
            for (int moment = 0; moment < moments; moment++) {
                sum(origins.get(moment), moment);
            }
        }

        private void sum(Origin origin, int moment) {
            int stride = Math.max(1, origin.series().length / MOST_SERIES);
            for (int at = 0; at < origin.series().length; at += stride) {
                ErrorUnit unit = origin.units()[at];
                if (Double.isNaN(unit.scale())) {
                    continue;
                }
                int kind = unit.intermittent() ? 1 : 0;
                for (int set = 1; set < SETS; set++) {
                    if ((set & ~present) != 0 || kind == 0 && (set & Members.RARE) != 0) {
                        continue;
                    }
                    double[] path = origin.combined(set, at);
                    scaled[kind][set][moment] += unit.intermittent()
                            ? ScaledErrors.rmsse(origin.came()[at], path, unit.scale())
                            : ScaledErrors.mase(origin.came()[at], path, unit.scale());
                    shares[kind][set][moment] += unit.positive() ? ScaledErrors.smape(origin.came()[at], path) : 0;
                }
            }
        }

        /**
         * The choice by all moments.
         *
         * @param allowed a bit for each member that may be chosen
         */
        public Choice choose(int allowed) {
            return chooseWithout(-1, allowed);
        }

        /** The choice by all moments but one, which can then be judged on; by all where there is only one. */
        public Choice chooseWithout(int moment, int allowed) {
            int left = moments < 2 ? -1 : moment;
            return new Choice(best(0, left, allowed & present & ~Members.RARE), best(1, left, allowed & present));
        }

        /** Error of one combination of either kind of series over that of the last season again; NaN without such. */
        public double relative(int set, boolean intermittent) {
            boolean judged = (set & ~present) == 0 && (intermittent || (set & Members.RARE) == 0);
            return judged ? score(intermittent ? 1 : 0, set, -1) : Double.NaN;
        }

        private int best(int kind, int left, int allowed) {
            if (Double.isNaN(ratio(scaled[kind], 1, left))) {
                return UNJUDGED[kind];
            }
            int best = 1;
            double least = score(kind, 1, left);
            int sensible = sensible(kind, left, allowed);
            for (int set = 2; set < SETS; set++) {
                if ((set & ~sensible) != 0) {
                    continue;
                }
                double score = score(kind, set, left);
                if (score < least) {
                    least = score;
                    best = set;
                }
            }
            int chosen = best;
            for (int set = 1; set < SETS; set++) {
                if ((set & ~sensible) != 0) {
                    continue;
                }
                double score = score(kind, set, left);
                int more = Integer.bitCount(set) - Integer.bitCount(chosen);
                if (score <= least * AS_GOOD && (more > 0 || more == 0 && score < score(kind, chosen, left))) {
                    chosen = set;
                }
            }
            return chosen;
        }

        /** Those of the allowed members that are not far worse than the best of them alone. */
        private int sensible(int kind, int left, int allowed) {
            double least = Double.POSITIVE_INFINITY;
            for (int member = 0; member < Members.COUNT; member++) {
                if ((allowed >> member & 1) == 1) {
                    least = Math.min(least, score(kind, 1 << member, left));
                }
            }
            int sensible = 1;
            for (int member = 0; member < Members.COUNT; member++) {
                boolean near = (allowed >> member & 1) == 1 && score(kind, 1 << member, left) <= FAR_WORSE * least;
                sensible |= near ? 1 << member : 0;
            }
            return sensible;
        }

        private double score(int kind, int set, int left) {
            double one = ratio(scaled[kind], set, left);
            double two = ratio(shares[kind], set, left);
            return Double.isNaN(two) ? one : (one + two) / 2;
        }

        private static double ratio(double[][] sums, int set, int left) {
            double own = 0;
            double naive = 0;
            for (int moment = 0; moment < sums[set].length; moment++) {
                if (moment != left) {
                    own += sums[set][moment];
                    naive += sums[1][moment];
                }
            }
            return naive > 0 ? own / naive : Double.NaN;
        }
    }
}
