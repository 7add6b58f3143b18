package io.millwright.templates.forecasting.learned;

import java.util.ArrayList;
import java.util.List;

/** What a series did before a moment: its newest values, means and seasons, all against its level. */
final class PastColumns {

    private static final int LAGS = 4;
    private static final int ROUNDS = 4;

    private final Shape shape;
    private final int[] windows;

    PastColumns(Shape shape) {
        this.shape = shape;
        int level = shape.level();
        windows =
                new int[] {Math.max(2, level / 6), Math.max(3, level / 3), Math.max(4, level / 2), 2 * level, 4 * level
                };
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int lag = 1; lag <= LAGS; lag++) {
            names.add("value " + lag + " before");
        }
        for (int window : windows) {
            names.add("mean of " + window);
        }
        names.add("spread of " + shape.level());
        names.add("spread of " + windows[1]);
        names.add("values known");
        names.add("steps since a value");
        if (shape.season() > 1) {
            names.add("last season");
            names.add("season before");
            names.add("mean of seasons");
        }
        if (shape.longSeason() > shape.season()) {
            names.add("last long season");
            names.add("long season before");
        }
        return names;
    }

    int write(Track track, int target, int now, float[] row, int first) {
        int at = first;
        int count = track.count(now);
        double level = track.level(count);
        double unit = Math.max(track.unit(count), Double.MIN_NORMAL);
        for (int lag = 1; lag <= LAGS; lag++) {
            row[at++] = count < lag ? Float.NaN : (float) ((track.value(count - lag) - level) / unit);
        }
        for (int window : windows) {
            row[at++] = (float) ((track.mean(count, window) - level) / unit);
        }
        row[at++] = (float) (track.deviation(count, shape.level()) / unit);
        row[at++] = (float) (track.deviation(count, windows[1]) / unit);
        row[at++] = Math.min(count, 4 * shape.level());
        row[at++] = count == 0 ? Float.NaN : now - track.cell(count - 1);
        if (shape.season() > 1) {
            row[at++] = seasonal(track, target, now, shape.season(), 0, level, unit);
            row[at++] = seasonal(track, target, now, shape.season(), 1, level, unit);
            row[at++] = seasons(track, target, now, level, unit);
        }
        if (shape.longSeason() > shape.season()) {
            row[at++] = seasonal(track, target, now, shape.longSeason(), 0, level, unit);
            row[at++] = seasonal(track, target, now, shape.longSeason(), 1, level, unit);
        }
        return at;
    }

    private static float seasonal(Track track, int target, int now, int season, int older, double level, double unit) {
        int rounds = Math.ceilDiv(target - now + 1, season) + older;
        int cell = target - rounds * season;
        return cell < 0 || cell >= track.length() ? Float.NaN : (float) ((track.measured[cell] - level) / unit);
    }

    private float seasons(Track track, int target, int now, double level, double unit) {
        double sum = 0;
        int count = 0;
        for (int older = 0; older < ROUNDS; older++) {
            float value = seasonal(track, target, now, shape.season(), older, level, unit);
            if (!Float.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Float.NaN : (float) (sum / count);
    }
}
