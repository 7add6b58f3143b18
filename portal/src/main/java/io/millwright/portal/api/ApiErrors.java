package io.millwright.portal.api;

import io.millwright.portal.security.SessionRecord;
import io.millwright.portal.security.TenantFence;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every error that leaves a controller of the API leaves as a problem document; refusals are audited on the way. */
@RestControllerAdvice("io.millwright.portal.api")
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final SessionRecord record;

    ApiErrors(SessionRecord record) {
        this.record = record;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ours(MillwrightException problem, HttpServletRequest request) {
        if (problem.kind() == MillwrightException.Kind.INTERNAL) {
            return broken(problem, request);
        }
        if (problem.kind() == MillwrightException.Kind.REFUSED) {
            audit(problem, request);
        }
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(UnreadableBody.explain(unreadable), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(HttpMediaTypeException wrong, HttpServletRequest request) {
        var problem = wrong instanceof HttpMediaTypeNotAcceptableException
                ? MillwrightException.user(
                        "answer-type-unknown",
                        "This does not come in the type that the header Accept asks for.",
                        "Ask for one of: %s.".formatted(wrong.getSupportedMediaTypes()))
                : MillwrightException.user(
                        "body-type-unknown",
                        "The body has the wrong type: \"%s\".".formatted(request.getContentType()),
                        "Send JSON with the header \"Content-Type: application/json\".");
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        var problem = MillwrightException.user(
                "parameter-missing",
                "The parameter \"%s\" is missing.".formatted(missing.getParameterName()),
                "Add it to the address.");
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(
            MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        var problem = MillwrightException.user(
                "parameter-invalid",
                "\"%s\" cannot be a value of \"%s\".".formatted(wrong.getValue(), wrong.getName()),
                "See the OpenAPI document for what it takes.");
        return answer(problem, request);
    }

    /** The client went away while it was being answered: there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> database(Exception unreachable, HttpServletRequest request) {
        LOG.atError().setCause(unreachable).log("database does not answer");
        var problem = MillwrightException.external(
                "database-unavailable",
                "The database does not answer, so nothing can be read or changed right now.",
                "Try again in a moment.",
                unreachable);
        return answer(problem, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> other(Exception failure, HttpServletRequest request) {
        if (failure instanceof IOException && failure.getClass().getSimpleName().equals("ClientAbortException")) {
            return null;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var problem = MillwrightException.user(
                    "request-invalid",
                    "The request cannot be understood.",
                    "See the OpenAPI document for what it takes.");
            return answer(HttpStatus.valueOf(known.getStatusCode().value()), problem, request);
        }
        return broken(failure, request);
    }

    private static ResponseEntity<ProblemDetail> broken(Exception failure, HttpServletRequest request) {
        var id = UUID.randomUUID().toString();
        LOG.atError()
                .addKeyValue("error", id)
                .addKeyValue("path", request.getRequestURI())
                .setCause(failure)
                .log("request failed");
        var code = failure instanceof MillwrightException ours ? ours.code() : "internal-error";
        var document = Problems.document(
                HttpStatus.INTERNAL_SERVER_ERROR,
                MillwrightException.internal(
                        code, "Something went wrong on our side; it is on record as %s.".formatted(id), failure),
                request.getRequestURI());
        document.setProperty("id", id);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    private void audit(MillwrightException refusal, HttpServletRequest request) {
        Caller caller;
        if (request.getAttribute(TenantFence.CALLER) instanceof Caller member) {
            caller = member;
        } else if (request.getAttribute(TenantFence.IDENTITY) instanceof Identity person) {
            caller = SessionRecord.outsider(person, new Origin(Origin.Channel.API, request.getRemoteAddr()));
        } else {
            return;
        }
        record.refused(caller, request.getMethod() + " " + request.getRequestURI(), refusal.code());
    }

    private static ResponseEntity<ProblemDetail> answer(MillwrightException problem, HttpServletRequest request) {
        return answer(Problems.status(problem), problem, request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, MillwrightException problem, HttpServletRequest request) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED && request.getAttribute(Nowhere.ALLOW) instanceof String allow) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        return answer.body(Problems.document(status, problem, request.getRequestURI()));
    }
}
