package io.millwright.portal.api;

import io.millwright.portal.Digests;
import io.millwright.portal.api.Answers.ShownOnce;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantTransactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a request that creates something be sent again without creating it twice: the first answer under an
 * {@code Idempotency-Key} is kept for a day and given again. A key belongs to one person in one tenant and to one request.
 */
@Component
public class Once {

    public static final String HEADER = "Idempotency-Key";
    public static final int MAX_KEY = 200;

    private final TenantTransactions transactions;
    private final KeptAnswers answers;
    private final JsonMapper json;
    private final JsonMapper canonical;

    Once(TenantTransactions transactions, KeptAnswers answers, JsonMapper json) {
        this.transactions = transactions;
        this.answers = answers;
        this.json = json;
        this.canonical = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    /**
     * Creates something in one transaction with the memory of it: after a crash both are there, or neither.
     *
     * @param body what was asked for, as read from the request
     * @param work creates it and makes the answer; joins the transaction
     */
    public ResponseEntity<?> atomically(
            Caller caller, HttpServletRequest request, Object body, Supplier<? extends ResponseEntity<?>> work) {
        var key = key(request);
        if (key == null) {
            return work.get();
        }
        var digest = digest(request, body);
        return transactions.call(caller, () -> {
            var known = claim(caller, key, digest);
            return known != null ? known : keep(caller, key, work.get());
        });
    }

    /**
     * Creates something that takes long or opens transactions of its own. The key is claimed before and given up again when
     * the work fails; after a crash in between it stays claimed for a day.
     */
    public ResponseEntity<?> around(
            Caller caller, HttpServletRequest request, Object body, Supplier<? extends ResponseEntity<?>> work) {
        var key = key(request);
        if (key == null) {
            return work.get();
        }
        var digest = digest(request, body);
        var known = transactions
                .call(caller, () -> new Claim(claim(caller, key, digest)))
                .earlier();
        if (known != null) {
            return known;
        }
        try {
            var answer = work.get();
            return transactions.call(caller, () -> keep(caller, key, answer));
        } catch (RuntimeException failure) {
            transactions.run(caller, () -> answers.giveUp(caller, key));
            throw failure;
        }
    }

    private @Nullable ResponseEntity<?> claim(Caller caller, String key, String digest) {
        if (answers.claim(caller, key, digest)) {
            return null;
        }
        var kept = answers.find(caller, key);
        if (!kept.userName().equals(caller.user()) || !kept.request().equals(digest)) {
            throw MillwrightException.conflict(
                    "idempotency-key-reused",
                    "The Idempotency-Key \"%s\" was used for another request.".formatted(key),
                    "Use a new key for a new request.");
        }
        if (kept.responseStatus() == null || kept.responseBody() == null) {
            throw MillwrightException.conflict(
                    "idempotency-key-in-use",
                    "The first request with the Idempotency-Key \"%s\" is still being worked on.".formatted(key),
                    "Wait for its answer, or look whether what it creates is there.");
        }
        var answer = ResponseEntity.status(kept.responseStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Replayed", "true");
        if (kept.responseLocation() != null) {
            answer.header(HttpHeaders.LOCATION, kept.responseLocation());
        }
        return answer.body(json.readTree(kept.responseBody()));
    }

    private ResponseEntity<?> keep(Caller caller, String key, ResponseEntity<?> answer) {
        var location = answer.getHeaders().getLocation();
        answers.keep(
                caller,
                key,
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                json.writeValueAsString(
                        answer.getBody() instanceof ShownOnce secret ? secret.withoutSecret() : answer.getBody()));
        return answer;
    }

    private String digest(HttpServletRequest request, Object body) {
        return Digests.sha256(
                request.getMethod() + " " + request.getRequestURI() + "\n" + canonical.writeValueAsString(body));
    }

    private static @Nullable String key(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw MillwrightException.user(
                    "idempotency-key-invalid",
                    "An Idempotency-Key has 1 to %d characters.".formatted(MAX_KEY),
                    "Use a random identity such as a UUID.");
        }
        return key;
    }

    /** Because work in a transaction gives something, not null. */
    private record Claim(@Nullable ResponseEntity<?> earlier) {}
}
