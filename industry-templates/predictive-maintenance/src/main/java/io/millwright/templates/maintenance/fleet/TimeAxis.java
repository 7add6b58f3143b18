package io.millwright.templates.maintenance.fleet;

import io.millwright.plugins.api.Chart;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The times of a fleet as charts and people read them: dates where the file tells dates, else counts. */
public record TimeAxis(Fleet fleet) {

    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Chart.Axis axis() {
        return new Chart.Axis("Time", calendar() ? "time" : fleet.unit().word());
    }

    /** Where a row stands on the axis: seconds since 1970, or the count. */
    public double at(int row) {
        return switch (fleet.unit()) {
            case HOURS -> fleet.time()[row] * HOUR;
            case DAYS -> fleet.time()[row] * DAY;
            case CYCLES, ROWS -> fleet.time()[row];
        };
    }

    public String text(int row) {
        return calendar()
                ? MOMENT.format(Instant.ofEpochSecond(Math.round(at(row))))
                : String.format(Locale.ROOT, "%,.0f", fleet.time()[row]);
    }

    private boolean calendar() {
        return fleet.unit() == Fleet.TimeUnit.HOURS || fleet.unit() == Fleet.TimeUnit.DAYS;
    }
}
