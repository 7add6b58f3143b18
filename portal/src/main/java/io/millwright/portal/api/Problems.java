package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problem documents (RFC 9457) of our exceptions: status by whose move it is, with the stable code and the remedy. */
public final class Problems {

    /** Codes whose meaning has a status of its own. */
    private static final Map<String, HttpStatus> BY_CODE = Map.of(
            "body-too-large", HttpStatus.CONTENT_TOO_LARGE,
            "body-type-unknown", HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "answer-type-unknown", HttpStatus.NOT_ACCEPTABLE,
            "method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED,
            "idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT);

    private Problems() {}

    public static HttpStatus status(MillwrightException problem) {
        var own = BY_CODE.get(problem.code());
        if (own != null) {
            return own;
        }
        return switch (problem.kind()) {
            case USER -> HttpStatus.BAD_REQUEST;
            case REFUSED -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case RESOURCES -> HttpStatus.UNPROCESSABLE_CONTENT;
            case EXTERNAL -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    public static ProblemDetail document(HttpStatus status, MillwrightException problem, String path) {
        var document = ProblemDetail.forStatusAndDetail(status, problem.sentence());
        document.setType(URI.create("urn:millwright:problem:" + problem.code()));
        document.setTitle(title(problem.code()));
        document.setInstance(URI.create(path));
        document.setProperty("code", problem.code());
        document.setProperty("remedy", problem.remedy());
        return document;
    }

    private static String title(String code) {
        var words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
