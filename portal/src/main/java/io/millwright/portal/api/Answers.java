package io.millwright.portal.api;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;

/** Answers to requests that create something: where it is stands in the header {@code Location}. */
public final class Answers {

    private Answers() {}

    /** 201: it is there now. */
    public static <T extends Linked> ResponseEntity<T> created(T resource) {
        return ResponseEntity.created(location(resource)).body(resource);
    }

    /** 202: it will take its time; ask there how it goes. */
    public static <T extends Linked> ResponseEntity<T> accepted(T resource) {
        return ResponseEntity.accepted().location(location(resource)).body(resource);
    }

    private static URI location(Linked resource) {
        return URI.create(Objects.requireNonNull(resource.links().get("self")));
    }

    /** A resource that knows its addresses. */
    public interface Linked {
        Map<String, String> links();
    }

    /** A resource that shows a secret in the first answer only, and never in one that is given again. */
    public interface ShownOnce {
        Object withoutSecret();
    }
}
