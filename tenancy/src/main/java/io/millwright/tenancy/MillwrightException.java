package io.millwright.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * The one root of errors that Millwright tells people about.
 *
 * <p>The message says what is wrong and where, the remedy what to do next. Neither ever holds a secret. The code is stable
 * and part of the REST API.
 */
public final class MillwrightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final String remedy;

    private MillwrightException(Kind kind, String code, String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
    }

    /** The request cannot be worked with as it is. */
    public static MillwrightException user(String code, String message, String remedy) {
        return new MillwrightException(Kind.USER, code, message, remedy, null);
    }

    /** The caller may not do this. */
    public static MillwrightException refused(String code, String message, String remedy) {
        return new MillwrightException(Kind.REFUSED, code, message, remedy, null);
    }

    /** The thing does not exist, or not for this caller: the two are never told apart. */
    public static MillwrightException missing(String what, String id) {
        return new MillwrightException(
                Kind.MISSING,
                what.replace(' ', '-') + "-not-found",
                "There is no %s \"%s\" here.".formatted(what, id),
                "Check the address, or choose one from the list.",
                null);
    }

    /** The request does not fit the state that things are in. */
    public static MillwrightException conflict(String code, String message, String remedy) {
        return new MillwrightException(Kind.CONFLICT, code, message, remedy, null);
    }

    /** A quota, a disk or a memory is too small for the request. */
    public static MillwrightException resources(String code, String message, String remedy) {
        return new MillwrightException(Kind.RESOURCES, code, message, remedy, null);
    }

    /** Another system that we need does not answer as it should. */
    public static MillwrightException external(String code, String message, String remedy, @Nullable Throwable cause) {
        return new MillwrightException(Kind.EXTERNAL, code, message, remedy, cause);
    }

    /** A defect of ours. */
    public static MillwrightException internal(String code, String message, @Nullable Throwable cause) {
        return new MillwrightException(
                Kind.INTERNAL, code, message, "Try again; if it happens again, tell the operator.", cause);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The message, never null. */
    public String sentence() {
        var message = getMessage();
        return message == null ? code : message;
    }

    public String remedy() {
        return remedy;
    }

    /** Whose move it is. */
    public enum Kind {
        USER,
        REFUSED,
        MISSING,
        CONFLICT,
        RESOURCES,
        EXTERNAL,
        INTERNAL
    }
}
