package io.millwright.templates.fraud.ledger;

import java.time.LocalDate;

/** What days are called. */
public final class Days {

    /** Nobody keeps payments of so early a time: a count from an unknown start begins at 1970. */
    private static final int FIRST_REAL = 1_000;

    private Days() {}

    /** A date, or "day 12" where only the days from an unknown start are known. */
    public static String title(long day) {
        return day < FIRST_REAL && day >= 0
                ? "day " + (day + 1)
                : LocalDate.ofEpochDay(day).toString();
    }
}
