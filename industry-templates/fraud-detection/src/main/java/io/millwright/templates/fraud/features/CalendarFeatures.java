package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import java.util.ArrayList;
import java.util.List;

/** Amount, time of day and, where the calendar is known, weekend. */
final class CalendarFeatures implements FeatureGroup {

    private static final long HOUR = Transactions.DAY / 24;
    private static final int NIGHT_ENDS = 6;

    private final boolean calendar;

    CalendarFeatures(boolean calendar) {
        this.calendar = calendar;
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        features.add(new Feature("night", "At night", "calendar", value -> value > 0 ? "at night" : "by day"));
        if (calendar) {
            features.add(new Feature(
                    "weekend", "At the weekend", "calendar", value -> value > 0 ? "at the weekend" : "on a weekday"));
        }
        return features;
    }

    @Override
    public void fill(Transactions all, float[][] into) {
        for (int row = 0; row < all.size(); row++) {
            if (!all.hasTime(row)) {
                continue;
            }
            into[0][row] = Math.floorMod(all.time[row], Transactions.DAY) / HOUR <= NIGHT_ENDS ? 1 : 0;
            if (calendar) {
                // 1970-01-01 was a Thursday: the fifth and sixth day of the week from Monday = 0.
                into[1][row] = Math.floorMod(all.day(row) + 3, 7) >= 5 ? 1 : 0;
            }
        }
    }
}
