package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which page of a list is wanted.
 *
 * @param after the {@code next} of the page before, null for the first
 * @param limit how many items at most
 */
@ParameterObject
public record Paging(
        @Parameter(description = "The `next` of the page before; leave it out for the first page.") @Nullable
        String after,

        @Parameter(description = "How many items at most, 1 to 200; 50 when left out.", example = "50")
        int limit) {

    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    public Paging {
        if (limit < 1 || limit > MAX) {
            throw MillwrightException.user(
                    "limit-invalid",
                    "A page has 1 to %d items, not %d.".formatted(MAX, limit),
                    "Choose a limit between, and follow \"next\" for more.");
        }
    }

    /** Cuts a page out of a list that a service gives as a whole; the cursor is the key of a page's last item. */
    public <S, T> Items<T> cut(List<S> all, Function<S, String> key, Function<S, T> view) {
        var from = 0;
        if (after != null) {
            while (from < all.size() && !key.apply(all.get(from)).equals(after)) {
                from++;
            }
            if (from == all.size()) {
                throw MillwrightException.user(
                        "cursor-unknown",
                        "The list has no place \"%s\" any more.".formatted(after),
                        "Begin again without \"after\".");
            }
            from++;
        }
        var to = Math.min(all.size(), from + limit);
        var next = to < all.size() ? key.apply(all.get(to - 1)) : null;
        return Items.of(all.subList(from, to), next, view);
    }
}
