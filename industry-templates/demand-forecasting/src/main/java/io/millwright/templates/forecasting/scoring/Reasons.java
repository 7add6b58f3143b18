package io.millwright.templates.forecasting.scoring;

import java.util.Arrays;
import java.util.Locale;

/** Says in words where a forecast comes from: the recent level, its change, and what this part of the season usually is. */
final class Reasons {

    private static final int ROUNDS = 8;

    private final double[] values;
    private final int season;
    private final int round;
    private final String word;

    Reasons(double[] values, int season, String word) {
        this.values = values;
        this.season = season;
        this.round = season > 1 ? season : Math.min(8, values.length);
        this.word = word;
    }

    String of(int step) {
        double recent = mean(values.length - round, values.length);
        double before = mean(values.length - 2 * round, values.length - round);
        String level = String.format(Locale.ROOT, "last %d %ss: %.4g on average", round, word, recent);
        String change = before > 0 && values.length >= 2 * round
                ? String.format(Locale.ROOT, ", %+.0f %% against those before", 100 * (recent / before - 1))
                : "";
        return level + change + usual(step);
    }

    private String usual(int step) {
        if (season < 2 || values.length < 2 * season) {
            return "";
        }
        double sum = 0;
        int count = 0;
        int newest = values.length - season + step % season;
        int from = newest;
        for (int times = 0; times < ROUNDS && newest - times * season >= 0; times++) {
            from = newest - times * season;
            sum += values[from];
            count++;
        }
        double all = mean(values.length - count * season, values.length);
        return all > 0
                ? String.format(Locale.ROOT, "; this part of the season is usually %.2f × the mean", sum / count / all)
                : "";
    }

    private double mean(int from, int to) {
        return Arrays.stream(values, Math.max(0, from), Math.max(0, to))
                .average()
                .orElse(Double.NaN);
    }
}
