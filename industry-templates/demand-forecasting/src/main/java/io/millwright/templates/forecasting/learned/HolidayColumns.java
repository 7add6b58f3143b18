package io.millwright.templates.forecasting.learned;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What public holidays usually do to a series: in earlier years the same one, and all of them, each against the same weekday in
 * the weeks before it. A holiday that moves takes its effect along.
 */
final class HolidayColumns {

    private static final int WEEKS = 4;
    private static final int WEEK = 7;

    private final @Nullable HolidayInputs holidays;
    private final int flag;
    private final int which;
    private final int away;

    HolidayColumns(Shape shape) {
        HolidayInputs told = shape.holidays();
        holidays = told == null || told.day() == 0 ? null : told;
        flag = holidays == null ? -1 : shape.input(holidays.column());
        which = holidays == null ? -1 : shape.input(holidays.which());
        away = holidays == null ? -1 : shape.input(holidays.away());
    }

    List<String> names() {
        return holidays == null
                ? List.of()
                : List.of("usual effect of the same public holiday", "usual effect of public holidays");
    }

    int write(Track track, int target, int now, float[] row, int first) {
        if (holidays == null) {
            return first;
        }
        double same = 0;
        double any = 0;
        int sames = 0;
        int all = 0;
        float near = track.input(away, target);
        float name = track.input(which, target);
        for (int cell : track.near) {
            if (cell >= now || Float.isNaN(near)) {
                break;
            }
            if ((target - cell) % holidays.day() != 0 || track.input(away, cell) != near) {
                continue;
            }
            double effect = effect(track, cell, holidays.day());
            if (!Double.isNaN(effect)) {
                any += effect;
                all++;
                if (track.input(which, cell) == name) {
                    same += effect;
                    sames++;
                }
            }
        }
        row[first] = sames == 0 ? Float.NaN : (float) (same / sames);
        row[first + 1] = all == 0 ? Float.NaN : (float) (any / all);
        return first + 2;
    }

    /** How far a value is from those of the weeks before, in the unit of that time; NaN where one of them is unknown. */
    private double effect(Track track, int cell, int day) {
        double value = track.measured[cell];
        double sum = 0;
        int count = 0;
        for (int week = 1; week <= WEEKS; week++) {
            int before = cell - week * WEEK * day;
            if (before >= 0 && !Double.isNaN(track.measured[before]) && !(track.input(flag, before) > 0)) {
                sum += track.measured[before];
                count++;
            }
        }
        double unit = track.unit(track.count(cell));
        return count == 0 || !(unit > 0) ? Double.NaN : (value - sum / count) / unit;
    }
}
