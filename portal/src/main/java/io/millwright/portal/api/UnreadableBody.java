package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in a sentence why a JSON body could not be read. */
final class UnreadableBody {

    private UnreadableBody() {}

    static MillwrightException explain(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MillwrightException ours) {
                return ours;
            }
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case StreamReadException malformed -> malformed(malformed);
            case MismatchedInputException mismatch -> wrongType(mismatch);
            case JacksonException other -> malformed(other);
            case null, default ->
                MillwrightException.user(
                        "body-missing", "This needs a JSON object as its body.", "Send one, even if it is only {}.");
        };
    }

    private static MillwrightException unknownField(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return MillwrightException.user(
                "field-unknown",
                "There is no field \"%s\" here.".formatted(path(unknown)),
                "Known are: %s.".formatted(known));
    }

    private static MillwrightException malformed(JacksonException malformed) {
        var where = malformed.getLocation();
        return MillwrightException.user(
                "json-malformed",
                where == null || where.getLineNr() < 1
                        ? "The body is not JSON."
                        : "The body is not JSON: line %d, column %d.".formatted(where.getLineNr(), where.getColumnNr()),
                "Correct the body and send it again.");
    }

    private static MillwrightException wrongType(MismatchedInputException mismatch) {
        return MillwrightException.user(
                "field-wrong-type",
                mismatch.getPath().isEmpty()
                        ? "The body must be a JSON object."
                        : "The field \"%s\" must be %s.".formatted(path(mismatch), kind(mismatch.getTargetType())),
                "Correct the field and send the request again.");
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Instant.class) {
            return "a time like 2026-01-31T12:00:00Z";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
