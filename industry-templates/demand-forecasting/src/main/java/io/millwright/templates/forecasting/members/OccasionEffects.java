package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;
import io.millwright.templates.forecasting.panel.Occasions;
import java.util.Arrays;

/**
 * How many times the usual a series is at an occasion. Members in closed form see histories without that and are multiplied with it
 * afterwards. A ratio rests on the same occasion in earlier years, on all occasions of the series, and on those of all series, the
 * more on the latter the less there is of the former.
 */
final class OccasionEffects {

    private static final int WEEKS = 2;
    /** How many occasions weigh as much as what is known of more of them. */
    private static final double PRIOR = 1;
    /** A place of occasions counts where its ratios take off so much of the error, each told without itself. */
    private static final double WORTHWHILE = 0.95;

    private final double[][] values;
    private final Occasions occasions;
    /** By place, over all series. */
    private final double[] pooled;

    private final boolean[] worthwhile;

    OccasionEffects(Histories histories, Occasions occasions) {
        this.values = histories.values();
        this.occasions = occasions;
        pooled = new double[occasions.places()];
        worthwhile = new boolean[occasions.places()];
        double[] value = new double[pooled.length];
        double[] usual = new double[pooled.length];
        for (int series = 0; series < values.length; series++) {
            Sums sums = sums(series);
            for (int place = 0; place < pooled.length; place++) {
                value[place] += sums.placeValue[place];
                usual[place] += sums.placeUsual[place];
            }
        }
        for (int place = 0; place < pooled.length; place++) {
            pooled[place] = usual[place] > 0 ? value[place] / usual[place] : 1;
        }
        prove();
    }

    private void prove() {
        double[] with = new double[pooled.length];
        double[] without = new double[pooled.length];
        for (int series = 0; series < values.length; series++) {
            Sums sums = sums(series);
            for (int cell = 0; cell < values[series].length; cell++) {
                int kind = occasions.kind(series, cell);
                double usual = kind < 0 ? Double.NaN : usual(series, cell);
                if (!Double.isNaN(usual)) {
                    int place = kind % pooled.length;
                    double value = values[series][cell];
                    with[place] += Math.abs(value - usual * sums.ratio(kind, value, usual));
                    without[place] += Math.abs(value - usual);
                }
            }
        }
        for (int place = 0; place < pooled.length; place++) {
            worthwhile[place] = with[place] < WORTHWHILE * without[place];
        }
    }

    /** Histories as if there were no occasions. */
    Histories usual(Histories histories) {
        double[][] changed = new double[values.length][];
        for (int series = 0; series < changed.length; series++) {
            changed[series] = values[series].clone();
            Sums sums = sums(series);
            for (int cell = 0; cell < changed[series].length; cell++) {
                int kind = occasions.kind(series, cell);
                double usual = kind < 0 || !worthwhile[kind % pooled.length] ? Double.NaN : usual(series, cell);
                if (!Double.isNaN(usual)) {
                    changed[series][cell] = Math.max(0, values[series][cell] + usual * (1 - sums.ratio(kind, 0, 0)));
                }
            }
        }
        return new Histories(changed, histories.periods(), histories.workers());
    }

    /** Changes forecasts that follow on a history. */
    void apply(double[] path, int series) {
        Sums sums = sums(series);
        for (int step = 0; step < path.length; step++) {
            int kind = occasions.kind(series, values[series].length + step);
            if (kind >= 0 && worthwhile[kind % pooled.length]) {
                path[step] *= sums.ratio(kind, 0, 0);
            }
        }
    }

    private Sums sums(int series) {
        Sums sums = new Sums();
        boolean possible = Arrays.stream(values[series]).noneMatch(value -> value < 0);
        for (int cell = 0; possible && cell < values[series].length; cell++) {
            int kind = occasions.kind(series, cell);
            double usual = kind < 0 ? Double.NaN : usual(series, cell);
            if (!Double.isNaN(usual)) {
                sums.add(kind, values[series][cell], usual);
            }
        }
        return sums;
    }

    /** What steps alike in the weeks around were; NaN where there is none, or only nothing. */
    private double usual(int series, int cell) {
        double sum = 0;
        int count = 0;
        for (int week = -WEEKS; week <= WEEKS; week++) {
            int other = cell + week * occasions.week();
            if (week != 0 && other >= 0 && other < values[series].length && occasions.kind(series, other) < 0) {
                sum += values[series][other];
                count++;
            }
        }
        return sum > 0 ? sum / count : Double.NaN;
    }

    /** What a series was at occasions, and what it usually is. */
    private final class Sums {
        private final double[] value = new double[occasions.count()];
        private final double[] usual = new double[value.length];
        private final double[] placeValue = new double[occasions.places()];
        private final double[] placeUsual = new double[placeValue.length];
        private final int[] placeCount = new int[placeValue.length];

        void add(int kind, double came, double expected) {
            int place = kind % placeValue.length;
            value[kind] += came;
            usual[kind] += expected;
            placeValue[place] += came;
            placeUsual[place] += expected;
            placeCount[place]++;
        }

        /** How many times the usual, without one occasion. */
        double ratio(int kind, double without, double usually) {
            int place = kind % placeValue.length;
            if (placeCount[place] == 0) {
                return pooled[place];
            }
            double prior = PRIOR * placeUsual[place] / placeCount[place];
            double all = (placeValue[place] - without + prior * pooled[place]) / (placeUsual[place] - usually + prior);
            return (value[kind] - without + prior * all) / (usual[kind] - usually + prior);
        }
    }
}
