package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in a request.
 *
 * @param from inclusive
 * @param to exclusive, later
 */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw MillwrightException.user(
                    "period-invalid",
                    "The period ends before it begins.",
                    "Give a \"to\" that is later than \"from\".");
        }
    }

    /** From two texts; the thirty days up to now where they are left out. */
    public static Period lately(@Nullable String from, @Nullable String to, Instant now) {
        var end = Objects.requireNonNullElse(moment("to", to), now);
        return new Period(Objects.requireNonNullElse(moment("from", from), end.minus(Duration.ofDays(30))), end);
    }

    /** A moment, or a day in UTC; null stays null. */
    public static @Nullable Instant moment(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException notATime) {
            throw MillwrightException.user(
                    "time-invalid",
                    "\"%s\" is no time for \"%s\".".formatted(text, field),
                    "Write it like 2026-01-31T12:00:00Z, or a day like 2026-01-31.");
        }
    }
}
