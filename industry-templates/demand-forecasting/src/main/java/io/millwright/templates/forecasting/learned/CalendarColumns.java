package io.millwright.templates.forecasting.learned;

import io.millwright.templates.forecasting.panel.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Where in the day, the week, the month and the year a step lies, as far as steps are fine enough to differ in it. */
final class CalendarColumns {

    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final Clock clock;
    private final List<String> names = new ArrayList<>();

    CalendarColumns(Clock clock) {
        this.clock = clock;
        if (clock.unit() == Clock.Unit.MONTH) {
            names.add("month of the year");
        } else if (clock.unit() == Clock.Unit.MICROSECOND) {
            if (clock.step() < DAY) {
                names.add("time of the day");
            }
            if (clock.step() <= DAY) {
                names.add("day of the week");
            }
            if (clock.step() >= DAY) {
                names.add("day of the month");
                names.add("day of the year");
            }
        }
    }

    List<String> names() {
        return names;
    }

    int write(long step, float[] row, int at) {
        if (names.isEmpty()) {
            return at;
        }
        LocalDateTime moment = LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(clock.moment(step), SECOND)), ZoneOffset.UTC);
        int next = at;
        if (clock.unit() == Clock.Unit.MONTH) {
            row[next++] = moment.getMonthValue();
            return next;
        }
        if (clock.step() < DAY) {
            row[next++] = moment.getHour() + moment.getMinute() / 60f;
        }
        if (clock.step() <= DAY) {
            row[next++] = moment.getDayOfWeek().getValue();
        }
        if (clock.step() >= DAY) {
            row[next++] = moment.getDayOfMonth();
            row[next++] = moment.getDayOfYear();
        }
        return next;
    }
}
